import { oddPieces } from './suspiciousCharacters.ts'

/** Text in which what cannot be seen, or looks like something else, is shown for what it is. */
export const OddText = ({ text }: { text: string }) =>
  oddPieces(text).map(({ at, shown, code }) =>
    code === null ? (
      shown
    ) : (
      <span className="odd" key={at}>
        {shown}
        <span className="odd-code">{code}</span>
      </span>
    ),
  )
