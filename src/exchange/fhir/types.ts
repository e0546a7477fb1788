// As much of FHIR R4 (4.0.1) as we write and check. Source: hl7.org/fhir/R4.

/** An extension, which has a value or further extensions. */
export interface Extension {
  readonly url: string
  readonly valueCode?: string
  readonly valueString?: string
  readonly valueRange?: {
    readonly low: { readonly value: number }
    readonly high: { readonly value: number }
  }
  readonly extension?: readonly Extension[]
}

/** What stands beside a primitive: `_text` beside `text`. */
export interface Element {
  readonly extension: readonly Extension[]
}

/** A code of a system. */
export interface Coding {
  readonly system?: string
  readonly code?: string
  readonly display?: string
  readonly _display?: Element
}

/** A concept in codes, in words, or in both. */
export interface Concept {
  readonly coding?: readonly Coding[]
  readonly text?: string
}

/** Somebody or something by its name alone: we have no records of either. */
export interface Reference {
  readonly type?: string
  readonly display: string
}

/** What every resource that is published under an address of its own begins with. */
export interface Canonical {
  readonly id: string
  readonly url: string
  readonly version: string
  readonly name: string
  readonly title: string
  readonly status: 'active'
  readonly experimental: false
  readonly publisher: string
  readonly description: string
}

/** A question, a group of questions, or words to read. */
export interface QuestionnaireItem {
  readonly linkId: string
  readonly code?: readonly Coding[]
  readonly text?: string
  readonly _text?: Element
  readonly type: string
  readonly required?: boolean
  readonly repeats?: boolean
  readonly answerOption?: readonly { readonly valueCoding: Coding }[]
  readonly item?: readonly QuestionnaireItem[]
}

/** What is asked. */
export interface Questionnaire {
  readonly resourceType: 'Questionnaire'
  readonly url: string
  readonly version?: string
  readonly item?: readonly QuestionnaireItem[]
}

/** What was answered to one question. */
export interface Answer {
  readonly valueCoding?: Coding
  readonly valueString?: string
  readonly valueBoolean?: boolean
  readonly valueInteger?: number
  readonly valueDecimal?: number
  readonly valueDate?: string
  readonly item?: readonly ResponseItem[]
}

/** A question or group with what was answered. */
export interface ResponseItem {
  readonly linkId: string
  readonly text?: string
  readonly answer?: readonly Answer[]
  readonly item?: readonly ResponseItem[]
}

/** One filling of a questionnaire. */
export interface QuestionnaireResponse {
  readonly resourceType: 'QuestionnaireResponse'
  readonly questionnaire: string
  readonly status: string
  readonly item?: readonly ResponseItem[]
}

/** One figure of a report; without a number where it is masked. */
export interface Population {
  readonly code: Concept
  readonly count?: number
  readonly _count?: Element
}
