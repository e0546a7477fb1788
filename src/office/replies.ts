// The server's replies, parsed where they come in, so that no screen meets a shape it does not know.

import * as v from 'valibot'
import { roles } from '../protocol/accounts.ts'
import { contacts } from '../protocol/contacts.ts'
import { closedBox } from '../protocol/heard.ts'
import {
  aboutRequest,
  type CodeReply,
  type Overview,
  type PaperKey,
  type Question,
  type ReleaseReply,
} from '../protocol/office.ts'
import { day, opening } from '../protocol/tablet.ts'
import { ground, type WordingsReply } from '../protocol/wordings.ts'
import { signals } from '../results/signals.ts'
import type { Cell } from '../results/suppress.ts'
import { columns } from '../results/tabulate.ts'
import type { Packs } from './office.ts'

const count = v.pipe(v.number(), v.integer(), v.minValue(0))
const time = v.pipe(v.string(), v.isoTimestamp())

const box = v.object({
  standing: v.picklist(['enough', 'not yet enough']),
  asOf: day,
  nextCount: day,
  threshold: count,
  move: v.nullable(v.object({ from: day, to: day })),
  counting: v.exactOptional(v.literal(true)),
})

const question: v.GenericSchema<unknown, Question> = v.variant('is', [
  v.object({ is: v.picklist(['fewer-arrived', 'no-sum']), forms: count }),
  v.object({ is: v.picklist(['began-anew', 'not-heard']) }),
])

const tablet = v.object({
  id: v.string(),
  name: v.string(),
  heardOn: v.string(),
  ended: v.boolean(),
  questions: v.array(question),
  still: v.exactOptional(v.array(v.string())),
})

const why = v.picklist(signals)

const ward = v.object({
  id: v.string(),
  name: v.string(),
  countedWith: v.array(v.string()),
  group: v.string(),
  contacts,
  opening,
  about: v.object(aboutRequest.entries),
  box,
  tablets: v.array(tablet),
  releases: v.array(
    v.object({ id: v.string(), due: day, base: count, waits: v.exactOptional(v.literal(true)) }),
  ),
  held: v.array(v.object({ id: v.string(), due: day, since: day, why: v.exactOptional(why) })),
  closed: v.exactOptional(closedBox),
})

/** The overview of an organisation. */
export const overviewReply: v.GenericSchema<unknown, Overview> = v.object({
  organisation: v.string(),
  demonstration: v.boolean(),
  role: v.picklist(roles),
  services: v.array(
    v.object({
      id: v.string(),
      name: v.string(),
      threshold: count,
      wordings: v.array(v.string()),
      wards: v.array(ward),
    }),
  ),
})

/** The wordings of a service. */
export const wordingsReply: v.GenericSchema<unknown, WordingsReply> = v.object({
  wordings: v.array(
    v.object({ id: v.string(), state: v.string(), on: v.nullable(v.object({ ground, since: day })) }),
  ),
})

/** The key that a form on paper is sealed to. */
export const paperKeyReply: v.GenericSchema<unknown, PaperKey> = v.object({
  key: v.object({ id: v.string(), publicKey: v.string() }),
})

/** What each language's pack weighs in bytes, as the build wrote it down. */
export const packsReply: v.GenericSchema<unknown, Packs> = v.record(v.string(), v.object({ bytes: count }))

/** A one-use code for a tablet. */
export const codeReply: v.GenericSchema<unknown, CodeReply> = v.object({
  code: v.string(),
  link: v.string(),
  until: time,
})

const cell: v.GenericSchema<unknown, Cell> = v.variant('kind', [
  v.object({ kind: v.literal('shown'), forms: count }),
  v.object({ kind: v.literal('banded'), band: v.picklist(['none or nearly none', 'all or nearly all']) }),
  v.object({ kind: v.literal('suppressed') }),
])

const figure = v.picklist([...columns, 'no-answer'])
const cells = v.object({
  'not-at-all': cell,
  sometimes: cell,
  'all-the-time': cell,
  skipped: v.exactOptional(cell),
  unreached: v.exactOptional(cell),
  'no-answer': v.exactOptional(cell),
})

const items = v.array(v.object({ id: v.string(), cells }))
const topics = v.array(v.object({ id: v.string(), cell }))

/** A release with the names of what it is about. */
export const releaseReply: v.GenericSchema<unknown, ReleaseReply> = v.object({
  organisation: v.string(),
  demonstration: v.boolean(),
  service: v.string(),
  wards: v.array(v.string()),
  held: v.exactOptional(v.object({ since: day, why })),
  release: v.object({
    v: v.literal(1),
    instrument: v.object({ id: v.string(), version: v.string() }),
    due: day,
    base: count,
    columns: v.array(figure),
    items,
    topics,
    breakdowns: v.exactOptional(
      v.array(
        v.object({
          by: v.picklist(['supporter', 'wording', 'aloud']),
          parts: v.array(v.object({ is: v.string(), base: count, items, topics })),
        }),
      ),
    ),
  }),
})
