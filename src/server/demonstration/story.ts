// What the demonstration's ward lived through, month by month: enough for a chart to say something, and for its gaps too.
//
// All of it is invented. A month had few forms, one had too few to be counted, in one many were asked with and without help,
// and after that some things became easier. The count alone makes releases of it.

/** A month: forms that came, how far a slow change had come (0 to 1), and whether half were helped and half heard it aloud. */
export interface Chapter {
  readonly forms: number
  readonly change: number
  readonly halved?: true
}

const before = (forms: number): Chapter => ({ forms, change: 0 })
const after = (forms: number): Chapter => ({ forms, change: 1 })

/** The months, oldest first. */
export const story: readonly Chapter[] = [
  before(23),
  before(26),
  before(22),
  before(25),
  before(13),
  before(24),
  before(22),
  before(6),
  { forms: 21, change: 0.6 },
  after(27),
  after(24),
  after(25),
  { ...after(100), halved: true },
  after(23),
  after(26),
  after(24),
  after(22),
]

/** Fewer forms than these stay in the box for the next month. */
const ENOUGH = 10

/** The chapter of a month, and how many forms still lie there from the one before. */
export function chapterOf(month: number): Chapter & { readonly left: number } {
  const chapter = story[month] ?? after(24)
  const last = story[month - 1]?.forms ?? ENOUGH
  return { ...chapter, left: last < ENOUGH ? last : 0 }
}
