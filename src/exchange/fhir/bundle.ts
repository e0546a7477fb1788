// Answers of a FHIR endpoint that are not a resource themselves: what a search found, and why something was refused.

/** A resource that has an address. */
export interface Addressed {
  readonly resourceType: string
  readonly id: string
}

/** One page of what a search found; `total` is of all pages, `next` the address of the page after. */
export const searchset = (
  base: string,
  { self, next, total, found }: Found,
): { readonly resourceType: 'Bundle'; readonly type: 'searchset' } => ({
  resourceType: 'Bundle',
  type: 'searchset',
  ...{
    total,
    link: [{ relation: 'self', url: self }, ...(next === undefined ? [] : [{ relation: 'next', url: next }])],
    // A list of nothing is none in FHIR.
    ...(found.length > 0 && {
      entry: found.map(resource => ({
        fullUrl: `${base}/${resource.resourceType}/${resource.id}`,
        resource,
        search: { mode: 'match' },
      })),
    }),
  },
})

interface Found {
  readonly self: string
  readonly next?: string | undefined
  readonly total: number
  readonly found: readonly Addressed[]
}

// http://hl7.org/fhir/R4/valueset-issue-type.html
const codes: Readonly<Record<number, string>> = {
  400: 'invalid',
  401: 'login',
  403: 'forbidden',
  404: 'not-found',
  422: 'invalid',
  429: 'throttled',
  503: 'transient',
}

/** A refusal: the number of our problem stands in it as its address, and its words as they are everywhere. */
export const outcome = (problem: {
  readonly type: string
  readonly title: string
  readonly status: number
  readonly detail?: string
}) => ({
  resourceType: 'OperationOutcome',
  issue: [
    {
      severity: 'error',
      code: codes[problem.status] ?? 'exception',
      details: { coding: [{ system: 'urn:equal-voice:problem', code: numberOf(problem.type) }] },
      diagnostics: problem.detail ? `${problem.title} (${problem.detail})` : problem.title,
    },
  ],
})

const numberOf = (type: string): string => type.split(':').at(-1) ?? type
