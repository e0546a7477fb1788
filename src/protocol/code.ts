// The one-use code that enrols a tablet: its letters, and how a typed one is read. Pad and server share both.

/** Crockford's 32: no I, L, O and no U, so that a code read aloud or copied by hand comes out right. */
export const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** Letters in a code. */
export const CODE_LENGTH = 10

/** A code as somebody typed it, with its look-alikes, spaces and hyphens put right. */
export const plainCode = (text: string): string =>
  text.toUpperCase().replaceAll(/[\s-]/g, '').replaceAll('O', '0').replaceAll(/[IL]/g, '1')
