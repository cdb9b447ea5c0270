/** In the address, in the place of a case's id. */
export const EXAMPLE_ID = 'example'
