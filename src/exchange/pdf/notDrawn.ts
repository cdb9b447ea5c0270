import { drawableText } from './drawableText.ts'

/** What the fonts of a PDF have; a test computes it from them. They are too large to be loaded only to ask. */
const DRAWN = new RegExp(
  `[\\n${[
    String.raw`\u0020-\u007e\u00a0-\u00ac\u00ae-\u00b4\u00b6-\u0180\u018f\u01a0-\u01a1\u01af-\u01b0\u01e6-\u01e7`,
    String.raw`\u0218-\u021b\u0237\u0259\u02bb-\u02bc\u02c6-\u02c7\u02c9\u02d8-\u02dd\u0300-\u0304\u0306-\u030c\u0323`,
    String.raw`\u0326-\u0328\u0384-\u038a\u038c\u038e-\u03a1\u03a3-\u03ce\u0400-\u045f\u0490-\u0491\u1e80-\u1e85\u1e9e`,
    String.raw`\u1ea0-\u1ef9\u2009\u2010-\u2027\u2030-\u203a\u2044\u2070-\u2071\u2074-\u208e\u20a0-\u20bf\u2116\u2122`,
    String.raw`\u2126\u212e\u215b-\u215e\u2190-\u2199\u21a9-\u21aa\u21b3\u21b5\u21c4\u21d0-\u21d4\u2200-\u221e`,
    String.raw`\u2223-\u222b\u223c\u2248\u2260-\u2261\u2264-\u2265\u226a-\u226b\u22c5\u22ee-\u22ef\u23ce\u23f0\u23f3`,
    String.raw`\u2500-\u25a1\u25aa-\u25ab\u25b2-\u25cf\u25e6\u25ef\u25fb-\u25fe\u2605-\u2606\u260e-\u2612\u26a0-\u26a1`,
    String.raw`\u26aa-\u26ab\u26d4\u2705\u2709\u270f\u2713-\u2718\u274c\u274e\u2753\u2756-\u2757\u2794\u279c\u279e`,
    String.raw`\u27a1-\u27a2\u27a4\u2b05-\u2b07\u2b1b-\u2b1c\u2b50\u2b55\ufffd\u{1f389}\u{1f41b}\u{1f44c}-\u{1f44e}`,
    String.raw`\u{1f4a1}\u{1f4b3}\u{1f4c5}\u{1f4c8}-\u{1f4c9}\u{1f4cc}\u{1f4ce}\u{1f4de}\u{1f4e6}-\u{1f4e7}\u{1f512}`,
    String.raw`\u{1f525}\u{1f534}-\u{1f535}\u{1f600}\u{1f609}-\u{1f60a}\u{1f621}-\u{1f622}\u{1f641}-\u{1f642}\u{1f64f}`,
    String.raw`\u{1f680}\u{1f6a8}\u{1f6ab}\u{1f6d2}\u{1f7e0}-\u{1f7e2}\u{1f914}`,
  ].join('')}]`,
  'gu',
)

/** The characters of a text that appear as boxes in a PDF, each once, in their order. */
export const notDrawn = (text: string): readonly string[] => [...new Set(drawableText(text).replace(DRAWN, ''))]
