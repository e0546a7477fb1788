// Our extensions, explained: whose a wording is, a band, and what a figure of a roll-up lies between.

import { addressOf, canonical } from './codes.ts'
import type { Canonical } from './types.ts'

interface Path {
  readonly path: string
  readonly id?: string
  readonly min?: number
  readonly max?: string
  readonly short?: string
  readonly type?: readonly { readonly code: string }[]
}

/** The definition of an extension as we publish it. */
export interface StructureDefinition extends Canonical {
  readonly resourceType: 'StructureDefinition'
  readonly fhirVersion: '4.0.1'
  readonly kind: 'complex-type'
  readonly abstract: false
  readonly context: readonly { readonly type: 'element'; readonly expression: string }[]
  readonly type: 'Extension'
  readonly baseDefinition: string
  readonly derivation: 'constraint'
  readonly differential: { readonly element: readonly Path[] }
}

const value = (code: string): Path[] => [
  { path: 'Extension.extension', max: '0' },
  { path: 'Extension.value[x]', min: 1, type: [{ code }] },
]

const defined = {
  wording: {
    at: 'Questionnaire',
    means:
      'Whose a wording is and how far it has been checked: lang, id, version, state, and a step for each thing done.',
    paths: [
      {
        path: 'Extension.extension',
        short: 'lang, id, version, state, step (step, by, capacity, when, permission)',
      },
      { path: 'Extension.value[x]', max: '0' },
    ],
  },
  band: {
    at: 'integer',
    means: 'What is published of a masked count: none or nearly none, all or nearly all.',
    paths: value('string'),
  },
  between: {
    at: 'integer',
    means: 'What is published of a masked count of a roll-up: at least and at most so many forms.',
    paths: value('Range'),
  },
} as const satisfies Record<string, { at: string; means: string; paths: readonly Path[] }>

/** The definitions of the extensions that the other resources carry. */
export const structureDefinitions = (base: string): readonly StructureDefinition[] =>
  Object.entries(defined).map(([id, { at, means, paths }]) => ({
    resourceType: 'StructureDefinition',
    ...canonical(base, 'StructureDefinition', id, '1.0', { title: `Equal Voice: ${id}`, description: means }),
    fhirVersion: '4.0.1',
    kind: 'complex-type',
    abstract: false,
    context: [{ type: 'element', expression: at }],
    type: 'Extension',
    baseDefinition: 'http://hl7.org/fhir/StructureDefinition/Extension',
    derivation: 'constraint',
    differential: {
      element: [{ path: 'Extension', short: means }, ...paths, { path: 'Extension.url', min: 1 }].map(
        element => ({ id: element.path, ...element }),
      ),
    },
  }))

/** The address of one of our extensions. */
export const extensionOf = (base: string, id: keyof typeof defined): string =>
  addressOf(base, 'StructureDefinition', id)
