// All that a tablet's screens may ask for. The screens know these shapes and nothing behind them.

import type { Form, Helper, Manner } from '../form/form.ts'
import type { Event } from '../form/step.ts'
import type { Settings } from '../protocol/tablet.ts'
import type { Stuck } from '../sync/deliver.ts'
import type { EnrolRefusal } from '../sync/enrol.ts'
import type { Watched } from './watched.ts'

export type { Stuck } from '../sync/deliver.ts'

/** Where the tablet is. One state, one screen. */
export type Scene =
  | { readonly at: 'starting' }
  /** Not enrolled: it collects nothing. `problem` says why the last code did not work. */
  | {
      readonly at: 'unenrolled'
      readonly problem?: EnrolRefusal
      readonly busy: boolean
      /** It was a tablet before: the shift screen is a way back. */
      readonly again?: boolean
      /** Forms that are gone with a database that something else has wiped. */
      readonly missing?: number
    }
  /** It can't write or can't seal here, so it must not collect. */
  | { readonly at: 'unable'; readonly why: 'write' | 'seal' }
  /** Drafts wait, or somebody paused. Shows nothing of any form. */
  | {
      readonly at: 'curtain'
      readonly drafts: readonly WaitingDraft[]
      /** A draft that was asked for and can't be read any more. */
      readonly unreadable?: string
      /** A draft that was to be erased and could not be. */
      readonly unerased?: string
    }
  /** `ended`: the tablet's permission has ended, so that it must not collect. */
  | { readonly at: 'welcome'; readonly drafts: readonly WaitingDraft[]; readonly ended?: boolean }
  | { readonly at: 'card'; readonly language: string; readonly manner: Manner; readonly helper: Helper }
  | FormScene
  | { readonly at: 'sealing' }
  /** Sealing failed; the draft is safe and it can be tried again. */
  | { readonly at: 'unsealed' }
  /** `slip`: the six pictures with which the form can be taken back; known to nobody once this scene is left. */
  | { readonly at: 'thanks'; readonly slip?: readonly number[] }
  | { readonly at: 'erased' }
  | { readonly at: 'shift' }
  /** Another window of this browser is the tablet; this one takes over when that one is closed. */
  | { readonly at: 'elsewhere' }
  /** A form was put away, nothing of it is shown, and its two pictures may be chosen. Anything else is the curtain. */
  | {
      readonly at: 'pausing'
      readonly language: string
      readonly manner: Manner
      /** True when the disk refused the pictures: the form is safe, and they can be chosen again. */
      readonly refused?: boolean
    }
  /** A waiting form asks for its two pictures; `left` tries until its earlier answers can't be seen by anyone. */
  | { readonly at: 'gate'; readonly draft: WaitingDraft; readonly left: number; readonly wrong: boolean }
  | {
      readonly at: 'takeback'
      readonly language: string
      readonly manner: Manner
      readonly is: TakingBack
    }
  /** The screen is wiped down and takes no touch. */
  | { readonly at: 'cleaning' }

/**
 * How far the taking back of a form has come. 'asked': no server has heard it yet; 'unknown': the server has no such
 * form yet; 'opened': too late; 'tries': too many unknown slips in this hour; 'unasked': the disk refused.
 */
export type TakingBack = 'tapping' | 'asking' | 'unasked' | TakenBack
export type TakenBack = 'taken' | 'asked' | 'opened' | 'unknown' | 'tries'

export interface FormScene {
  readonly at: 'form'
  readonly form: Extract<Form, { state: 'answering' | 'stopping' }>
  /** False while a tap is not on disk yet: Continue waits for it. */
  readonly saved: boolean
  /** True when the disk refused the last tap: nothing earlier is lost, and the tap can be made again. */
  readonly refused: boolean
  /** Items answered before a break, whose answers are not shown to whoever is here now. */
  readonly veiled: ReadonlySet<string>
  /** Whether the topics chosen before a break are not shown either. */
  readonly topicsVeiled: boolean
}

/** A draft by the picture that stands for it: never by anything that was said. */
export interface WaitingDraft {
  readonly id: string
  readonly shape: 'circle' | 'square' | 'triangle' | 'diamond' | 'star' | 'moon'
  readonly colour: 'blue' | 'orange' | 'purple' | 'brown'
  /** Whether it was put away with two pictures: then it is carried on through the gate, and never erased from here. */
  readonly gated?: boolean
}

/** What staff see at shift end: forms by where they are, and what is happening. Never what is in them. */
export interface Shift {
  readonly waiting: number
  readonly setAside: number
  /** The day on which the tablet last sent anything, such as 2026-03-01. */
  readonly lastSent: string | undefined
  readonly state: ShiftState
  /** True when all that the app needs is on the tablet. */
  readonly ready: boolean
  /** Forms that are gone with a database that something else has wiped, until staff have told the office. */
  readonly missing?: number
}

export type ShiftState =
  | { readonly is: 'still' }
  | { readonly is: 'sending'; readonly arrived: number; readonly of: number }
  | { readonly is: 'arrived'; readonly arrived: number; readonly of: number }
  | { readonly is: 'stuck'; readonly why: Stuck; readonly arrived: number; readonly of: number }

/** The languages on this tablet: those that are whole, and those of the ward that are still to come. */
export interface Packs {
  readonly whole: readonly string[]
  readonly coming: readonly Coming[]
  /** True when the last try to bring them ended before they were whole. */
  readonly failed?: boolean
}

/** A language on its way, in bytes. */
export interface Coming {
  readonly tag: string
  readonly done: number
  readonly of: number
}

export interface Tablet {
  readonly scene: Watched<Scene>
  readonly settings: Watched<Settings | undefined>
  readonly shift: Watched<Shift>
  readonly packs: Watched<Packs>
  enrol(code: string): Promise<void>
  /** Sends what waits, now. */
  send(): Promise<void>
  readonly takeBack: TakeBack
  /** What staff do to look after the tablet; loaded when it is asked for. Rejects where it does not come. */
  keep(): Promise<Keep>
  readonly go: Moves & {
    /** From the shift screen, when the tablet's permission has ended: to the code. */
    enrolAgain(): void
    /** From the shift screen: a still screen, which leads back to Welcome by itself. */
    clean(): void
  }
}

/** What staff may ask for, and nothing of what is in a form. */
export interface Keep {
  health(): Promise<Health>
  /** Sends what can be sent, and then says whether anything would be lost. */
  mayWipe(): Promise<Wipe>
  /** A file of all that waits or is set aside, sealed as it lies here. Rejects when the disk refuses. */
  rescue(): Promise<RescueFile>
  /** Takes in what is whole of a rescue file of this ward. */
  bringIn(file: Blob): Promise<Brought>
  /** Staff have told the office of the forms that are missing. */
  told(): void
}

/** How the tablet is, as far as the browser and the last talk with the server tell. */
export interface Health {
  /** Why it must not collect; undefined where it may. */
  readonly failing?: 'write' | 'seal' | undefined
  /** Whether the browser promised to keep what is here. */
  readonly persisted: boolean
  /** Bytes used and bytes that may be; undefined where the browser does not tell. */
  readonly room: { readonly used: number; readonly of: number } | undefined
  /** Whether it was opened from the home screen. */
  readonly installed: boolean
  /** What the server said of the clock since the start; 'unsure' when it has said nothing. */
  readonly clock: 'right' | 'wrong' | 'unsure'
}

/**
 * Why a tablet must not be wiped: forms wait, are set aside or are not finished; slips the server has not heard of; or
 * the server could not be asked now, and was last heard on `since`.
 */
export type Wipe =
  | { readonly may: true }
  | { readonly may: false; readonly why: readonly WipeReason[]; readonly since?: string | undefined }

export interface WipeReason {
  readonly is: 'waiting' | 'set-aside' | 'drafts' | 'slips' | 'unheard'
  readonly n: number
}

export interface RescueFile {
  readonly name: string
  readonly text: string
  readonly forms: number
}

/** What came of a rescue file. 'refused': this tablet's disk; nothing of the file was taken. */
export type Brought =
  | { readonly is: 'no-rescue' | 'newer' | 'refused' }
  | {
      readonly is: 'brought'
      readonly came: number
      /** Here already, waiting, sent or set aside. */
      readonly here: number
      readonly takenBack: number
      readonly otherWard: number
      readonly damaged: number
      readonly noEnvelope: number
      readonly tooNew: number
      /** False when something is missing from the file, or was changed. */
      readonly complete: boolean
    }

/** What a person's taps do. Every one is safe to make twice, and at any time. */
export interface Moves {
  welcome(): void
  card(language: string, manner: Manner, helper: Helper): void
  begin(): Promise<void>
  step(event: Event): void
  /** The curtain falls at once; the form waits behind it. */
  pause(): void
  /** From `pausing`: puts the pictures before the form, or none, and lets the curtain fall. */
  put(pictures: readonly [number, number] | undefined): Promise<void>
  /** From the curtain or Welcome: to the form, or to its gate. */
  carryOn(draft: string): Promise<void>
  /** From `gate`: with the two pictures, or without them and without the earlier answers. */
  pass(pictures: readonly [number, number] | undefined): Promise<void>
  notMe(draft: string): Promise<void>
  /** From `unsealed`: tries once more. */
  sealAgain(): Promise<void>
  shift(): void
}

/** What a person does with a slip. */
export interface TakeBack {
  /** To the board of sixteen pictures, in the voice that Welcome has now. */
  open(language: string, manner: Manner): void
  /** Six pictures, in their order. */
  ask(taps: readonly number[]): Promise<void>
}
