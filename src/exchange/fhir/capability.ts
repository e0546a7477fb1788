// What our FHIR endpoint can be asked, as it says itself: reading and searching, and nothing else.

import { copyright, PUBLISHER } from './said.ts'

/** How a parameter compares: by an id, an address or a day. */
type Kind = 'token' | 'uri' | 'date' | 'reference'

/** The parameters with which each type is searched. What is not here is passed over, as FHIR has it. */
export const searches = {
  Questionnaire: { _id: 'token', url: 'uri' },
  Measure: { _id: 'token', url: 'uri' },
  MeasureReport: { _id: 'token', date: 'date', period: 'date', measure: 'reference' },
  QuestionnaireResponse: { _id: 'token', authored: 'date', questionnaire: 'reference' },
  CodeSystem: { _id: 'token', url: 'uri' },
  StructureDefinition: { _id: 'token', url: 'uri' },
} as const satisfies Readonly<Record<string, Readonly<Record<string, Kind>>>>
/** A type that we serve. */
export type Type = keyof typeof searches

/** The statement of an endpoint. `date` is the day since which it has been as it is. */
export const capability = (base: string) => ({
  resourceType: 'CapabilityStatement',
  id: 'equal-voice',
  url: `${base}/metadata`,
  version: '1.0',
  name: 'EqualVoice',
  title: 'Equal Voice: what was published, to read',
  status: 'active',
  date: SINCE,
  publisher: PUBLISHER,
  description:
    'Releases of the Coproduction Evaluation as MeasureReports, with the instruments, the measure and the codes that they refer to, and what services say of themselves in the Readiness Checker. No form of the Evaluation is here, in no format, and nothing can be written.',
  copyright,
  kind: 'instance',
  implementation: { description: 'Equal Voice', url: base },
  fhirVersion: '4.0.1',
  format: ['application/fhir+json'],
  rest: [
    {
      mode: 'server',
      security: {
        description: 'Authorization: Bearer, with a token that an administrator has made in the office.',
      },
      resource: Object.entries(searches).map(([type, parameters]) => ({
        type,
        interaction: [{ code: 'read' }, { code: 'search-type' }],
        searchParam: Object.entries(parameters).map(([name, type]) => ({ name, type })),
      })),
    },
  ],
})

const SINCE = '2026-11-23'
