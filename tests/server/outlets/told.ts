// Another system's end of a webhook: what it answers, what it was sent, and how it checks that.

import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, expect } from 'vitest'
import { until } from '../process.ts'

interface Sent {
  readonly method: string
  readonly url: string
  readonly headers: Readonly<Record<string, string>>
  readonly body: string
}

const children: ChildProcess[] = []
afterAll(() => {
  for (const child of children) child.kill('SIGKILL')
})

/** Starts another system's end, which answers so; it ends with the test file. */
export async function receiver(...answers: string[]): Promise<{ url: string; sent: () => Sent[] }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'receiver.ts'), answers.join()])
  children.push(child)
  let printed = ''
  child.stdout.on('data', chunk => {
    printed += chunk
  })
  await until(() => /^port \d+\n/.test(printed))
  const [first = '', ...lines] = printed.split('\n')
  expect(lines.join('')).toBe('')
  return {
    url: `http://127.0.0.1:${first.replace('port ', '')}/told`,
    sent: () =>
      printed
        .split('\n')
        .slice(1)
        .filter(line => line !== '')
        .map(line => JSON.parse(line) as Sent),
  }
}

/** What a receiver checks, as standardwebhooks.com writes it. */
export function signature(secret: string, { headers, body }: Sent): string {
  const key = Buffer.from(secret.slice('whsec_'.length), 'base64')
  const signed = `${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`
  return `v1,${createHmac('sha256', key).update(signed).digest('base64')}`
}
