import { Parser } from 'htmlparser2'

interface Handlers {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  /** @param path the names of the elements around it, from the outermost */
  text(text: string, path: readonly string[]): void
  close(name: string): void
}

/** Goes through XML once. Entities that a file declares itself are not read, and nothing is fetched. */
export function eachElement(xml: string, { open, text, close }: Handlers): void {
  const path: string[] = []
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        path.push(name)
        open(name, attributes)
      },
      ontext: (found) => text(found, path),
      onclosetag: (name) => {
        path.pop()
        close(name)
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  parser.end(xml)
}
