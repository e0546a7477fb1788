// docs/api.md is followed as it is written: every command in it is run by a shell against a real server.

import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { endpoints } from '../../../src/protocol/endpoints.ts'
import { outlets } from '../../../src/protocol/outlets.ts'
import { problems } from '../../../src/protocol/problems.ts'
import { table } from '../../exchange/rfc4180.ts'
import { now } from '../accounts/person.ts'
import { type Front, openFront } from '../front.ts'
import { made, type Trust, trust } from './given.ts'

const text = readFileSync('docs/api.md', 'utf8')
const commands = [...text.matchAll(/```sh\n([\s\S]*?)```/g)]
  .map(([, command = '']) => command.trim())
  .filter(command => command.startsWith('curl'))

let front: Front
let here: Trust
const folder = mkdtempSync(join(tmpdir(), 'ev-docs-'))
beforeAll(async () => {
  front = await openFront(undefined, now())
  here = await trust(front)
})
afterAll(async () => {
  await front.stop()
  rmSync(folder, { recursive: true, force: true })
})

it('has a command for each way of reading', () => {
  expect(commands.length).toBe(7)
})

it.each(commands)('runs %s', async command => {
  const env = { PATH: process.env.PATH, EQUAL_VOICE: front.url, TOKEN: await made(here.admin) }
  const { stdout } = await promisify(execFile)('sh', ['-c', command], { env, cwd: folder })
  if (command.includes('-o releases.csv'))
    expect(table(readFileSync(join(folder, 'releases.csv'), 'utf8')).rows.length).toBe(3 * 23)
  else expect(Object.keys(JSON.parse(stdout) as object).length).toBeGreaterThan(0)
})

it('names paths and problems that there are', () => {
  const paths = [...text.matchAll(/`(\/(?:api|fhir)[^`?]*)`/g)].map(([, path = '']) => path)
  const known = [...Object.values(outlets), endpoints.description, '/fhir'].map(path =>
    path.replace(/:\w+/, '{id}'),
  )
  for (const path of paths) expect(known).toContain(path)
  for (const [, number = ''] of text.matchAll(/^\| (\d{3}\.\d)/gm)) expect(problems).toHaveProperty([number])
})
