/**
 * Keeps a page true that the browser translates. Translators put an element of their own in the place of each text, and
 * what is drawn anew is written into the text that has gone. Such a text comes back as soon as it says something else;
 * the translator then finds it like any other.
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

/** We use no such element. */
const isOfTranslator = (node: Node | null): node is Element => node instanceof Element && node.localName === 'font'
