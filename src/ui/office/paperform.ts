// A paper form while it is typed: plain data in a page's memory, and what becomes of it when it is sealed.

import { type End, MOST_TOPICS } from '../../form/form.ts'
import { evaluation } from '../../instrument/evaluation.ts'
import type { Choice } from '../../instrument/instrument.ts'
import type { PaperForm } from '../../office/office.ts'
import { ownWords } from '../../wording/printed.ts'
import { wordingOf } from '../../wording/provenance.ts'

export interface Blank {
  /** The id of the booklet's wording. */
  readonly wording: string
  readonly marks: Readonly<Record<string, Choice | undefined>>
  /** As they were typed. */
  readonly topics: readonly string[]
  readonly end: End
}

/** Nothing typed yet. */
export const blank: Blank = {
  wording: ownWords.known.wording.id,
  marks: {},
  topics: Array.from({ length: MOST_TOPICS }, () => ''),
  end: 'finished',
}

/** The numbers of the statements without a mark. */
export const leftOut = ({ marks }: Blank): number[] =>
  evaluation.items.flatMap(({ id }, at) => (marks[id] === undefined ? [at + 1] : []))

/** The ids of the statements to talk about; undefined when a number is none of theirs, or stands there twice. */
export function topicsOf({ topics }: Blank): readonly string[] | undefined {
  const typed = topics.map(one => one.trim()).filter(one => one !== '')
  const ids = typed.flatMap(one => (/^\d+$/.test(one) ? (evaluation.items[Number(one) - 1]?.id ?? []) : []))
  return ids.length === typed.length && new Set(ids).size === ids.length ? ids : undefined
}

/** The form as it is sealed. Throws RangeError for a wording that nobody knows. */
export function formOf({ wording: id, marks, end }: Blank, topics: readonly string[]): PaperForm {
  const known = wordingOf(id)
  if (!known) throw new RangeError(`no wording ${id}`)
  const { language, kind, wording } = known
  return {
    wording: { id, version: wording.version },
    language: language.language,
    words: kind === 'easy' ? 'easy' : 'standard',
    marks,
    topics,
    end,
  }
}
