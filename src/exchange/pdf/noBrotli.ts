/** Stands in for a decoder of packed web fonts, which would be a third of the part that writes PDF. */
export default function noBrotli(): never {
  throw new Error('pdf: fonts come unpacked')
}
