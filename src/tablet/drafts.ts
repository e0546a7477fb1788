// The drafts of a tablet as a sitting needs them, and the gate before one that was put away with two pictures.

import { samePictures } from '../form/board.ts'
import type { Form, Pair } from '../form/form.ts'
import { step } from '../form/step.ts'
import type { Database } from '../store/database.ts'
import type { Drafts as Stored } from '../store/draft.ts'
import { createGates } from '../store/gate.ts'
import type { WaitingDraft } from './tablet.ts'

/** The drafts on the tablet's disk, as a sitting needs them. */
export interface Drafts {
  /** A new draft; rejects when the disk refuses. */
  open(id: string, form: Form): Promise<Draft>
  /** A waiting draft; rejects when it can't be read. */
  read(id: string): Promise<{ readonly draft: Draft; readonly form: Form }>
  erase(id: string): Promise<void>
  /** Erases a draft that has no pictures; rejects for one that has. */
  disown(id: string): Promise<void>
  list(): Promise<readonly WaitingDraft[]>
  /** Tries left at its two pictures; undefined where it has none. */
  left(id: string): Promise<number | undefined>
  /** Counts a try before anybody knows whether it is right; false when there was none left. */
  attempt(id: string): Promise<boolean>
  /** The try was right and is not counted. */
  spare(id: string): Promise<void>
}

export interface Draft {
  readonly id: string
  /** Resolves when all of the form is on disk. */
  save(form: Form): Promise<void>
  /** Leaves it as it is; resolves when any window can open it. */
  letGo(): Promise<void>
}

/** The stored drafts as a sitting has them. */
export const draftsOf = (database: Database, drafts: Stored): Drafts => ({
  ...drafts,
  ...createGates(database),
  list: async () =>
    (await drafts.list()).map(({ id, picture, left }) => ({
      id,
      ...picture,
      ...(left !== undefined && { gated: true }),
    })),
})

/** What a crash left has not been put away yet. */
const away = (form: Form): Form => step(form, { type: 'keep' })

/**
 * Puts two pictures before a draft that was put away. It is read anew, since nothing of the form is held while they are
 * chosen. Rejects when the disk refuses.
 */
export async function gate(drafts: Drafts, id: string, pictures: Pair): Promise<void> {
  const { draft, form } = await drafts.read(id)
  try {
    await draft.save(step(away(form), { type: 'put', pictures }))
  } finally {
    draft.letGo()
  }
}

/** A draft that is read, and its form. */
type Read = Awaited<ReturnType<Drafts['read']>>

/** A waiting draft, carried on; undefined when these are not its pictures. Rejects when it can't be read. */
export async function unlock(drafts: Drafts, id: string, pictures?: Pair): Promise<Read | undefined> {
  const { draft, form } = await drafts.read(id)
  try {
    if (pictures && !(await opensFor(drafts, id, form, pictures))) {
      draft.letGo()
      return undefined
    }
  } catch (error) {
    draft.letGo()
    throw error
  }
  const resumed = pictures ? 'with-pictures' : 'without-pictures'
  return { draft, form: step(away(form), { type: 'carry-on', resumed }) }
}

async function opensFor(drafts: Drafts, id: string, form: Form, pictures: Pair): Promise<boolean> {
  // Counted first: where the disk refuses to count, nobody learns whether they are right.
  if (!(await drafts.attempt(id))) return false
  if (!('sheet' in form && samePictures(pictures, form.sheet.pictures ?? []))) return false
  await drafts.spare(id).catch(() => undefined)
  return true
}
