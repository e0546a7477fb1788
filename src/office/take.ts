// A file that comes in parts, as the server makes it: how much has come is said meanwhile, and it can be stopped.

import { RELEASES_HEADER } from '../protocol/outlets.ts'
import { numberOf } from './http.ts'
import type { Outcome } from './outcome.ts'

/** A file that came whole. */
export interface Taken {
  readonly name: string
  readonly file: Blob
}

/** Says how many bytes have come so far, and of how many releases the file is; null where it is of none. */
export type Heard = (bytes: number, releases: number | null) => void

/** Asks for a file. Never throws: one that breaks off is refused, and nothing of it is kept. */
export async function take(
  url: string,
  body: object,
  heard: Heard,
  stop: AbortSignal,
): Promise<Outcome<Taken>> {
  const refused = (refusal: 'no-signal' | 'not-ours') => ({ done: false, refusal }) as const
  try {
    const response = await fetch(url, {
      method: 'POST',
      credentials: 'same-origin',
      cache: 'no-store',
      signal: stop,
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
    if (!response.ok) {
      const reply: unknown = await response.json().catch(() => undefined)
      return { done: false, refusal: numberOf(reply) ?? 'not-ours' }
    }
    const name = /filename="([\w.-]+)"/.exec(response.headers.get('content-disposition') ?? '')?.[1]
    // A sign-in portal answers with a page, and no file.
    if (name === undefined || !response.body) return refused('not-ours')
    const many = response.headers.get(RELEASES_HEADER)
    const releases = many === null ? null : Number(many)
    const parts: Uint8Array<ArrayBuffer>[] = []
    let bytes = 0
    const reader = response.body.getReader()
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      parts.push(part.value)
      bytes += part.value.length
      heard(bytes, releases)
    }
    const type = response.headers.get('content-type') ?? ''
    return { done: true, value: { name, file: new Blob(parts, { type }) } }
  } catch {
    return refused('no-signal')
  }
}
