// How anything in the server says no: it throws a numbered problem.

import type { ProblemNumber } from '../protocol/problems.ts'

/** A request that is refused; the endpoint rolls back and answers with its problem. */
export class Refusal extends Error {
  override name = 'Refusal'
  readonly number: ProblemNumber
  readonly detail: string | undefined
  readonly headers: Readonly<Record<string, string>>

  constructor(number: ProblemNumber, detail?: string, headers: Refusal['headers'] = {}) {
    super(number)
    this.number = number
    this.detail = detail
    this.headers = headers
  }
}

/** To be thrown. `detail` is for a person and names nothing that was sent; `headers` tell a program what to do next. */
export const refuse = (number: ProblemNumber, detail?: string, headers?: Refusal['headers']): Refusal =>
  new Refusal(number, detail, headers)
