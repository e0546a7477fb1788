// Who is measured: the floor, what a ward would otherwise use, and Equal Voice; how each is driven, and what it claims to do.

import { words } from '../../fixtures/words.ts'
import type { Way } from './driver.ts'
import type { PageName } from './pages.ts'

export type Name = PageName | 'ours'

/** A contender as the tables name it. */
export interface Contender {
  readonly says: string
  readonly way: Way
  /** Taps after the last statement until the form is handed in. */
  readonly end: number
}

const at = (around: string, chosen: string, onward: string): Way => ({
  before: {},
  says: false,
  around,
  chosen,
  onward,
})

/** The screens of Equal Voice before the first statement; the curtain only where a form waits behind it. */
const before = { curtain: words.curtain.new, welcome: words.welcome.start, card: words.card.begin }

/** In the order in which they take turns. None of the four others stores a tap by itself. */
export const contenders: Readonly<Record<Name, Contender>> = {
  floor: {
    says: 'floor: preact and dexie (each tap stored strictly, in clear)',
    way: at('label', '.chosen', '.onward'),
    end: 0,
  },
  enketo: {
    says: 'Enketo: enketo-core 8.1.0, without its theme (stores no tap)',
    way: { ...at('label', '[data-checked]', '.next-page:not(.disabled)'), says: true },
    end: 1,
  },
  surveyjs: {
    says: 'SurveyJS: survey-js-ui 2.5.38 (stores no tap)',
    way: at('.sd-item', '.sd-item--checked', '.sd-navigation__next-btn'),
    end: 1,
  },
  odk: {
    says: 'ODK Web Forms 0.22.0 (stores no tap)',
    way: at('.value-option', '.active', ''),
    end: 1,
  },
  lhc: {
    says: 'LHC-Forms: lforms 40.1.3, without its FHIR files (stores no tap)',
    way: at('label', '.ant-radio-wrapper-checked', ''),
    end: 1,
  },
  ours: {
    says: 'Equal Voice (each tap encrypted and stored strictly)',
    way: {
      ...at('label', '.chosen', '.onward .main:not([aria-disabled])'),
      before,
    },
    // Continue after the last statement and after the topics, Finish, Done.
    end: 4,
  },
}
