// What the sheets of a booklet share: what they are made from, and a line in the words of the statements' language.

import type { ComponentChildren } from 'preact'
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

/** A line in the words of the statements' language, or in English where it has none. */
export function Told({
  of,
  printed,
  children,
}: {
  of: Place
  printed: Printed
  children: ComponentChildren
}) {
  const line = printed.told[of]
  return line === undefined ? children : <span {...tongue(printed)}>{line}</span>
}
