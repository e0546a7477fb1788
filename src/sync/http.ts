// The only fetch on the tablet. Whatever comes back, or does not, becomes one plain answer.

import * as v from 'valibot'

/** What came of a request. Only 'ok', 'refused' and 'ended' were surely said by our own server. */
export type Reply<T> = Later & Said<T>

type Said<T> =
  | { readonly is: 'ok'; readonly body: T }
  | { readonly is: 'refused'; readonly problem: string }
  | { readonly is: 'ended' }
  | { readonly is: 'too-large' }
  | { readonly is: 'too-many' }
  | { readonly is: 'no-signal' }
  | { readonly is: 'sign-in-page' }
  | { readonly is: 'resting' }

/** The seconds for which whoever answered wants to be left alone; a day instead of them, as a proxy may give, is none. */
interface Later {
  readonly after?: number | undefined
}

export interface Http {
  post<T>(path: string, body: unknown, schema: v.GenericSchema<unknown, T>, token?: string): Promise<Reply<T>>
}

/** Milliseconds after which a request that hangs counts as no signal. */
const PATIENCE = 30_000

const OURS = 'urn:equal-voice:problem:'
const ourProblem = v.object({ type: v.pipe(v.string(), v.startsWith(OURS)) })

/** Requests to one server; `base` is '' for the one that the page came from. */
export function http(base: string, fetcher: typeof fetch): Http {
  return {
    async post(path, body, schema, token) {
      const response = await fetcher(base + path, {
        method: 'POST',
        body: JSON.stringify(body),
        headers: {
          'content-type': 'application/json',
          ...(token ? { authorization: `Bearer ${token}` } : {}),
        },
        // A sign-in portal likes to redirect; our server never does.
        redirect: 'manual',
        cache: 'no-store',
        credentials: 'omit',
        referrerPolicy: 'no-referrer',
        signal: AbortSignal.timeout(PATIENCE),
      }).catch(() => undefined)
      if (!response) return { is: 'no-signal' }
      const after = Number(response.headers.get('retry-after'))
      return { ...(await read(response, schema)), after: after > 0 ? after : undefined }
    },
  }
}

async function read<T>(response: Response, schema: v.GenericSchema<unknown, T>): Promise<Said<T>> {
  if (response.type === 'opaqueredirect' || response.status === 511) return { is: 'sign-in-page' }
  if (response.headers.get('content-type')?.startsWith('text/html')) {
    return { is: response.status < 500 ? 'sign-in-page' : 'resting' }
  }
  const body: unknown = await response.json().catch(() => undefined)
  if (response.ok) {
    const parsed = v.safeParse(schema, body)
    return parsed.success ? { is: 'ok', body: parsed.output } : { is: 'resting' }
  }
  return refusal(response.status, body)
}

function refusal(status: number, body: unknown): Said<never> {
  if (status === 413) return { is: 'too-large' }
  if (status === 429) return { is: 'too-many' }
  const ours = v.safeParse(ourProblem, body)
  if (!ours.success || status < 400 || status >= 500) return { is: 'resting' }
  const problem = ours.output.type.slice(OURS.length)
  return problem === '401.1' ? { is: 'ended' } : { is: 'refused', problem }
}
