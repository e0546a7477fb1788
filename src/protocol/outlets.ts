// What leaves for other systems: exports, what a token reads, FHIR, and what is told of a release. No tablet asks for any.

import * as v from 'valibot'
import type { Release } from '../results/release.ts'
import type { RollUp } from '../results/rollup.ts'
import type { Services } from './accounts.ts'
import { day } from './tablet.ts'

export const outlets = {
  // The office's, with its session.
  exports: '/api/office/exports',
  drawnRelease: '/api/office/releases/:release/drawings',
  drawnResults: '/api/office/results/drawings',
  tokens: '/api/office/tokens',
  endToken: '/api/office/tokens/:token/end',
  webhooks: '/api/office/webhooks',
  turnWebhook: '/api/office/webhooks/:webhook/secret',
  endWebhook: '/api/office/webhooks/:webhook/end',

  // Another system's, with a token that an administrator has made.
  services: '/api/v1/services',
  wards: '/api/v1/wards',
  releases: '/api/v1/releases',
  release: '/api/v1/releases/:release',
  rollUps: '/api/v1/rollups',

  // The same in FHIR R4, with the same token (but for the first).
  metadata: '/fhir/metadata',
  reports: '/fhir/MeasureReport',
  report: '/fhir/MeasureReport/:release',
  questionnaires: '/fhir/Questionnaire',
  questionnaire: '/fhir/Questionnaire/:definition',
  measures: '/fhir/Measure',
  measure: '/fhir/Measure/:definition',
  responses: '/fhir/QuestionnaireResponse',
  response: '/fhir/QuestionnaireResponse/:response',
  codeSystems: '/fhir/CodeSystem',
  codeSystem: '/fhir/CodeSystem/:definition',
  extensions: '/fhir/StructureDefinition',
  extension: '/fhir/StructureDefinition/:definition',
} as const

/** How many releases a counted file is of, in a header of its own, so that a page can say so while it comes. */
export const RELEASES_HEADER = 'equal-voice-releases'

/** What can be exported: three tables with their dictionary, and everything as FHIR. */
export const files = ['releases.csv', 'breakdowns.csv', 'rollups.csv', 'dictionary.csv', 'fhir.json'] as const
export type File = (typeof files)[number]

const id = v.pipe(v.string(), v.minLength(1), v.maxLength(100))

/** Of which service or ward, and counted from when until when; null for no limit. A ward's are those of its box. */
export const chosen = v.strictObject({
  service: v.nullable(id),
  ward: v.nullable(id),
  from: v.nullable(day),
  until: v.nullable(day),
})
export type Chosen = v.InferOutput<typeof chosen>

export const exportRequest = v.strictObject({ file: v.picklist(files), ...chosen.entries })
export type ExportRequest = v.InferOutput<typeof exportRequest>

/** What a page makes by itself of what it shows: a drawing, a picture, a sheet of paper. */
export const drawn = v.picklist(['svg', 'png', 'paper'])
export type Drawn = v.InferOutput<typeof drawn>

/** A release that leaves its page so, and a chart of a service, of a ward, or of everything. */
export const drawnReleaseRequest = v.strictObject({ as: drawn })
export const drawnResultsRequest = v.strictObject({
  as: drawn,
  service: chosen.entries.service,
  ward: chosen.entries.ward,
})

const name = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(80), v.regex(/^[^\p{Cc}]+$/u))
const services = v.union([v.literal('all'), v.pipe(v.array(id), v.minLength(1), v.maxLength(200))])

/** Days for which a token may be good at most. */
export const MOST_TOKEN_DAYS = 365

/** A token that reads from outside, until the end of a day. */
export const tokenRequest = v.strictObject({ name, services, until: day })
export type TokenRequest = v.InferOutput<typeof tokenRequest>

/** The token itself, which is shown once. */
export interface TokenReply {
  readonly id: string
  readonly token: string
}

/** What is kept of a token; `by` is who made it. */
export interface TokenView {
  readonly id: string
  readonly name: string
  readonly services: Services
  readonly madeOn: string
  readonly until: string
  readonly by: string
  readonly usedOn: string | null
  readonly endedOn: string | null
}

export interface TokensReply {
  readonly tokens: readonly TokenView[]
}

/** An address that is told of releases. */
export const webhookRequest = v.strictObject({
  url: v.pipe(v.string(), v.trim(), v.maxLength(500)),
  services,
})
export type WebhookRequest = v.InferOutput<typeof webhookRequest>

/** What signs what is sent, as Standard Webhooks writes it; it is shown once. */
export interface SecretReply {
  readonly id: string
  readonly secret: string
}

/** One telling of one release: `answer` is the last status that came back, or why there was none. */
export interface DeliveryView {
  readonly release: string
  readonly due: string
  readonly state: 'waiting' | 'arrived' | 'given up'
  readonly tries: number
  readonly answer: string | null
}

/** An address with the latest that it was told, newest first. */
export interface WebhookView {
  readonly id: string
  readonly url: string
  readonly services: Services
  readonly madeOn: string
  readonly by: string
  readonly endedOn: string | null
  readonly deliveries: readonly DeliveryView[]
}

export interface WebhooksReply {
  readonly webhooks: readonly WebhookView[]
}

/** The wards that a token sees, with every box that each had part in. */
export interface WardsOut {
  readonly wards: readonly {
    readonly id: string
    readonly name: string
    readonly service: string
    readonly boxes: readonly string[]
  }[]
}

/** A release as other systems read it, with the names and ids of what it is about. */
export interface ReleaseOut {
  readonly id: string
  readonly demonstration: boolean
  readonly organisation: string
  readonly service: { readonly id: string; readonly name: string }
  readonly box: string
  /** The names that its wards had then. */
  readonly wards: readonly string[]
  readonly release: Release
}

/** A page of releases without their figures; `next` asks for the page after, and is null at the end. */
export interface ReleasesOut {
  readonly releases: readonly (Omit<ReleaseOut, 'release' | 'organisation'> & {
    readonly due: string
    readonly base: number
  })[]
  readonly next: string | null
}

/** Whose releases are added up. */
export const levels = ['organisation', 'service', 'ward'] as const
export type Level = (typeof levels)[number]

export interface RollUpsOut {
  readonly rollUps: readonly {
    readonly demonstration: boolean
    readonly organisation: string
    readonly level: Level
    readonly of: string
    readonly rollUp: RollUp
  }[]
}
