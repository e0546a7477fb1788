// What an office and the server say to each other about wordings: on which ground one is on, and how a ward opens.

import * as v from 'valibot'
import { type Opening, opening } from './tablet.ts'

/**
 * Why a service may show words that are not the RRN's own: the RRN's permission, which is named; the exception for
 * accessible copies (Copyright, Designs and Patents Act 1988, s. 31A to 31F); a trial that stays within the service.
 */
export const ground = v.variant('is', [
  v.strictObject({
    is: v.literal('permission'),
    reference: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  }),
  v.strictObject({ is: v.literal('accessible-copy') }),
  v.strictObject({ is: v.literal('local-trial') }),
])
export type Ground = v.InferOutput<typeof ground>

export const grounds = ['permission', 'accessible-copy', 'local-trial'] as const satisfies Ground['is'][]

/** Switches a wording on, on a ground, or off. */
export const switchRequest = v.strictObject({
  wording: v.pipe(v.string(), v.maxLength(40)),
  ground: v.nullable(ground),
})

/** A wording of a service; `state` is one of the provenance's, `on` is null while it is off. */
export interface WordingView {
  readonly id: string
  readonly state: string
  readonly on: { readonly ground: Ground; readonly since: string } | null
}

/** Every wording but the original, which is always on; language by language. */
export interface WordingsReply {
  readonly wordings: readonly WordingView[]
}

/** How Welcome opens on a ward, as an office sets it. */
export const openingRequest = v.strictObject(opening.entries)

/** The wording that a ward opens in; undefined for the original, which is always on. */
export const wordingOfOpening = ({ language, words }: Opening): string | undefined =>
  language === 'en' && words === 'standard' ? undefined : `${language}/${words}`

/** Whether a ward may open so where these wordings are on. */
export function mayOpen(wanted: Opening, on: readonly string[]): boolean {
  const wording = wordingOfOpening(wanted)
  return wording === undefined || on.includes(wording)
}

/** What is left of an opening whose wording is on no more: the original, as large and as calm as before. */
export const openingWith = (wanted: Opening, on: readonly string[]): Opening =>
  mayOpen(wanted, on) ? wanted : { ...wanted, language: 'en', words: 'standard' }
