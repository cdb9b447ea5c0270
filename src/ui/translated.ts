/**
 * Keeps a page up to date that the browser translates. Translators replace each text node by an element of their own,
 * and React goes on writing to the detached node. A node that changes is put back, and translated again like any other.
 */
export function keepTranslatedTrue(): void {
  const standIns = new WeakMap<Node, Element>()
  const observer = new MutationObserver((changes) => {
    for (const { type, target, removedNodes, addedNodes, previousSibling, nextSibling } of changes) {
      if (type === 'characterData') {
        standIns.get(target)?.replaceWith(target)
        standIns.delete(target)
        continue
      }
      for (const text of removedNodes) {
        if (!(text instanceof Text) || text.isConnected) continue
        const standIn = [...addedNodes, previousSibling, nextSibling].find(isOfTranslator)
        if (standIn === undefined) continue
        standIns.set(text, standIn)
        observer.observe(text, { characterData: true })
      }
    }
  })
  observer.observe(document.body, { childList: true, subtree: true })
}

const isOfTranslator = (node: Node | null): node is Element => node instanceof Element && node.localName === 'font'
