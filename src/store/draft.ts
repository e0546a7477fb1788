// What a draft on the disk is, and what can be done with the drafts of a tablet.

import type { Bytes } from '../envelope/bytes.ts'
import type { Form } from '../form/form.ts'
import type { Picture, Sealed } from './records.ts'

/**
 * Why a draft can't be read or written: it has ended, its file half is missing, a row is missing or not its own,
 * it is open in another window, another one wrote meanwhile (and again when it was tried once more), or it has pictures.
 */
export class DraftError extends Error {
  override name = 'DraftError'
  readonly why: 'gone' | 'half-missing' | 'damaged' | 'elsewhere' | 'overtaken' | 'gated'
  constructor(why: DraftError['why']) {
    super(`a draft is ${why}`)
    this.why = why
  }
}

/** An open draft. */
export interface Draft {
  readonly id: string
  readonly picture: Picture
  /**
   * Writes whatever of the form is not on disk yet; resolves after it is flushed. Calls are taken in order. Rejects
   * with DraftError when the draft has ended, or as the disk does; the next save writes what a refused one did not.
   */
  save(form: Form): Promise<void>
  /** Leaves it as it is on the disk; resolves when any window can open it. */
  letGo(): Promise<void>
}

/** A draft that waits; `left` is of the tries at its two pictures, where it has them. */
export interface Waiting {
  readonly id: string
  readonly picture: Picture
  readonly left?: number
}

/**
 * All drafts of this tablet. A draft that is open in another window can be neither read nor erased here; it is open
 * from `open` or `read` until it is sealed, erased, saved as kept, or let go.
 */
export interface Drafts {
  /** A new draft with its first row on disk, its key's file before it. Rejects when the disk refuses. */
  open(id: string, form: Form): Promise<Draft>
  /** A waiting draft and its form. Rejects with DraftError; never with a form that lacks something. */
  read(id: string): Promise<{ readonly draft: Draft; readonly form: Form }>
  list(): Promise<readonly Waiting[]>
  /**
   * In one transaction envelope in and draft out, then the file. Tried again with the very same envelope, it is done
   * already; rejects with DraftError('gone') when the draft has ended without this envelope.
   */
  seal(id: string, envelope: Sealed): Promise<void>
  /** The file first, then the rows. Nothing happens when it is gone. */
  erase(id: string): Promise<void>
  /** The same, but rejects with DraftError for a draft that has pictures. */
  disown(id: string): Promise<void>
  /** At start: removes files without a draft, and drafts whose file is gone; resolves to how many of those. */
  sweep(): Promise<number>
  /** Erases what has had its hours and is open nowhere; resolves to what that was. It is counted, and never sent. */
  expire(): Promise<readonly string[]>
}

/**
 * What the outside lends: `random` gives fresh random bytes; `alone` keeps other windows out of the work; `hold` takes
 * a name for this window until its release is called, undefined when another window has it.
 */
export interface Outside {
  readonly subtle: SubtleCrypto
  random(size: number): Bytes
  alone<T>(work: () => Promise<T>): Promise<T>
  hold?(name: string): Promise<(() => void) | undefined>
}
