// What the page and the worker of the file halves say to each other.

import type { Bytes } from '../envelope/bytes.ts'

export type Ask = { readonly n: number } & (
  | { readonly to: 'write'; readonly form: string; readonly half: Bytes }
  | { readonly to: 'read' | 'remove'; readonly form: string }
  | { readonly to: 'list' }
)

/** The answer to the ask of the same number. */
export interface Told {
  readonly n: number
  readonly error?: string
  readonly half?: Bytes
  readonly forms?: readonly string[]
}
