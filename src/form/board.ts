// The sixteen pictures that a person can tap: six in their order are a slip, and two of the first twelve a gate.

/** Their names in the order of the board; a picture is its number here, 0 to 15. An order that has shipped never changes. */
export const board = [
  'sun',
  'tree',
  'house',
  'boat',
  'cup',
  'ball',
  'book',
  'leaf',
  'clock',
  'hat',
  'fish',
  'flower',
  'apple',
  'chair',
  'umbrella',
  'spoon',
] as const
export type Thing = (typeof board)[number]

/** How many of them stand to be chosen for a gate, and how many make one. */
export const GATE_OF = 12
export const GATE = 2

/** Whether two pictures may stand before a form: two of the first twelve, not one twice. */
export const isGate = (pictures: readonly number[]): boolean =>
  new Set(pictures).size === GATE &&
  pictures.every(one => Number.isInteger(one) && one >= 0 && one < GATE_OF) &&
  pictures.length === GATE

/** Whether these are those pictures, in whatever order. */
export const samePictures = (these: readonly number[], those: readonly number[]): boolean =>
  these.length === those.length && those.every(one => these.includes(one))

/** Wrong tries after which the earlier answers of a form can't be seen by anyone. */
export const MOST_MISSES = 5

/** Taps of a slip: with sixteen pictures 24 bits. */
export const SLIP = 6
