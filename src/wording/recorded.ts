// Which languages have recorded clips, for whoever asks before any are brought; books.ts does not compile without each.

import { inBuild } from './approved.ts'

const tags = ['en', 'cy', 'pl', 'ro', 'pa', 'ur', 'bn', 'gu', 'ar', 'pt', 'uk'] as const

/** A language that has clips. */
export type RecordedTag = (typeof tags)[number]

/** Whether this build has a language's clips: they read its plainer words too, and are here only where all of it is. */
export const isRecorded = (tag: string): boolean =>
  tags.some(one => one === tag) && inBuild(`${tag}/easy`) && (tag === 'en' || inBuild(`${tag}/standard`))
