// The languages that the tablet's words exist in, in the order of Welcome: English and Welsh first, as equals.

import { inBuild } from './approved.ts'

interface Language {
  readonly tag: string
  readonly name: string
}

const all: readonly Language[] = [
  { tag: 'en', name: 'English' },
  { tag: 'cy', name: 'Cymraeg' },
  { tag: 'pl', name: 'Polski' },
  { tag: 'ro', name: 'Română' },
  { tag: 'pa', name: 'ਪੰਜਾਬੀ' },
  { tag: 'ur', name: 'اردو' },
  { tag: 'bn', name: 'বাংলা' },
  { tag: 'gu', name: 'ગુજરાતી' },
  { tag: 'ar', name: 'العربية' },
  { tag: 'pt', name: 'Português' },
  { tag: 'so', name: 'Soomaali' },
  { tag: 'uk', name: 'Українська' },
]

/** Each by its BCP 47 tag and its own name. A test holds them to locales/<tag>/wording.json. */
export const languages: readonly Language[] = all.filter(
  ({ tag }) => tag === 'en' || inBuild(`${tag}/standard`) || inBuild(`${tag}/easy`),
)

/** Which way a language is read. */
export const direction = (tag: string): 'ltr' | 'rtl' => (tag === 'ar' || tag === 'ur' ? 'rtl' : 'ltr')
