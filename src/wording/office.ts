// The words of the office, in English for now. Kept apart from the screens' so that no tablet loads them.

import words from '../../locales/en/office.json'

/** What a tablet says of what has changed, sentence for sentence. */
export { default as heardWords } from '../../locales/en/heard.json'
// What the tablets call the booklet's pages.
export { default as learnWords } from '../../locales/en/learn.json'
// An area's own words, a line each.
export { default as accountWords } from '../../locales/en/office/accounts.json'
export { default as actionWords } from '../../locales/en/office/actions.json'
export { default as closedWords } from '../../locales/en/office/closed.json'
export { default as countingWords } from '../../locales/en/office/counting.json'
export { default as estateWords } from '../../locales/en/office/estate.json'
export { default as exportWords } from '../../locales/en/office/exports.json'
export { default as modelWords } from '../../locales/en/office/model.json'
export { default as readinessWords } from '../../locales/en/office/readiness.json'
export { default as resultsWords } from '../../locales/en/office/results.json'

export { listWords, say, sayCount } from './gaps.ts'

/** Every word of the office, by screen. */
export const officeWords = words

/** A day such as 2026-03-01 (or the day of an ISO 8601 time) as people say it: 1 March 2026. */
export function dayWords(day: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day.slice(0, 10)}T00:00:00Z`))
}

/** When a step was taken, as far as it is known: 2026, November 2026 or 1 November 2026. */
export function whenWords(when: string): string {
  const [year = '', month, day] = when.split('-')
  if (month === undefined) return year
  const words = dayWords(`${year}-${month}-${day ?? '01'}`)
  return day === undefined ? words.replace('1 ', '') : words
}

/** Bytes as megabytes with one decimal, and never none: 2.3. */
export const megabytes = (bytes: number): string =>
  new Intl.NumberFormat('en-GB', { maximumFractionDigits: 1 }).format(Math.max(0.1, bytes / 1_000_000))

/** The time of day of an ISO 8601 time, where the reader is: 14:35. */
export const timeWords = (time: string): string =>
  new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit' }).format(new Date(time))
