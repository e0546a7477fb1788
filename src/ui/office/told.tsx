// What the sheets of a booklet share: what they are made from, and which of it is in the statements' language.

import type { WardView } from '../../protocol/office.ts'
import type { Place, Printed } from '../../wording/printed.ts'

/** What every sheet is made from. */
export interface Booklet {
  readonly ward: WardView
  readonly printed: Printed
  /** The pages that others point to, and how many there are. */
  readonly pages: { readonly end: number; readonly help: number; readonly of: number }
}

/** The language and direction of the statements; nothing for English, which the page has already. */
export function tongue({ known: { language } }: Printed): { lang?: string; dir?: 'ltr' | 'rtl' } {
  return language.language === 'en' ? {} : { lang: language.language, dir: language.direction }
}

/** The language and direction of what stands under these names, where the statements' language has words for all of it. */
export const tongueOf = (printed: Printed, ...places: readonly Place[]): ReturnType<typeof tongue> =>
  places.every(place => printed.told[place] !== undefined) ? tongue(printed) : {}
