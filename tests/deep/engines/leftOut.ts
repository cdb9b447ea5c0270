/** Tests of the suite that Firefox is not asked, by the words they begin with, each with its reason: none is the product's. */
export const LEFT_OUT: readonly { tests: readonly string[]; why: string }[] = [
  {
    tests: [
      'is the one that they draw: the same words in the same places',
      'whoever turns back before the case is drawn finds it in the list',
    ],
    why: 'the driver answers nothing, or not always, while the scripts of a page are held back',
  },
  {
    tests: ['says so where the scripts do not come'],
    why: 'the driver does not tell of scripts that were cut off',
  },
  {
    tests: ['files, with folders in it, doubles and names that a Mac wrote apart'],
    why: 'the driver gives Firefox files, and no folder',
  },
  {
    tests: ['a case is opened by dropping and by pasting the file'],
    why: 'what a script pastes carries no file in Firefox',
  },
  {
    tests: [
      'the checklist of a case carries the codes of the screens',
      'the check page prints every answer, without bars and buttons',
      'with forced colours shapes made of edges stay shapes',
    ],
    why: 'the driver cannot set print or forced colours; what Firefox prints is looked at by the other tests of paper',
  },
  {
    tests: ['the blank checklist prints on three pages of A4', 'the first page is one page with everything given'],
    why: 'Firefox knows no page numbers in the margin (the rest of them holds: see A-27), and its driver no print media',
  },
]

const literal = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

export const leftOut: readonly RegExp[] = LEFT_OUT.flatMap(({ tests }) =>
  tests.map((title) => new RegExp(literal(title))),
)
