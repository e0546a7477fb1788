// The walls of the house hold, and the test that says so is itself tested by planting a breach.

import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ran } from '../run/stage.ts'

let copy: string
beforeAll(async () => {
  copy = await mkdtemp(join(tmpdir(), 'equal-voice-walls-'))
  for (const part of [
    'src',
    'locales',
    'package.json',
    '.dependency-cruiser.cjs',
    'tests/run.ts',
    'tests/run',
  ])
    await cp(part, join(copy, part), { recursive: true })
  await symlink(resolve('node_modules'), join(copy, 'node_modules'))
})
afterAll(() => rm(copy, { recursive: true, force: true }))

const cruise = () => ran('depcruise', '--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src')

interface Cruised {
  readonly summary: {
    readonly totalCruised: number
    readonly violations: readonly { readonly from: string; readonly rule: { readonly name: string } }[]
  }
}

async function refusals(file: string, text: string): Promise<string[]> {
  const path = join(copy, file)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, text)
  const { printed } = await ran('env', '-C', copy, join(copy, 'node_modules/.bin/depcruise'), ...args)
  await rm(path)
  const { summary }: Cruised = JSON.parse(printed)
  return summary.violations.filter(one => one.from === file).map(one => one.rule.name)
}
const args = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src']

describe('the walls', () => {
  it('are read at all: a checker that reads nothing prints a green tick too', async () => {
    const { printed } = await cruise()
    const { summary }: Cruised = JSON.parse(printed)
    expect(summary.totalCruised).toBeGreaterThan(30)
  })

  const breaches: readonly [string, string, string, string][] = [
    [
      'a form that knows of the network',
      'src/form/planted.ts',
      '../protocol/endpoints.ts',
      'the walls of form',
    ],
    [
      'a room that imports a type across',
      'src/results/planted.ts',
      '../tablet/tablet.ts',
      'the walls of results',
    ],
    [
      'a room of what changes that opens what people said',
      'src/improve/planted.ts',
      '../envelope/payload.ts',
      'the walls of improve',
    ],
    ["a person's screen that reaches the disk", 'src/ui/person/planted.ts', 'dexie', 'one door: Dexie'],
    [
      'a screen of the ward that can open envelopes',
      'src/ui/shift/planted.ts',
      '../../envelope/open.ts',
      'the envelope is opened by the count alone',
    ],
    [
      'a second place that seals',
      'src/sync/planted.ts',
      '../envelope/seal.ts',
      'the envelope is sealed by the handover, and on paper by the office, alone',
    ],
    [
      'an office screen that seals by itself',
      'src/ui/office/planted.ts',
      '../../envelope/seal.ts',
      'the envelope is sealed by the handover, and on paper by the office, alone',
    ],
    [
      'an office that can open what it sealed',
      'src/office/planted.ts',
      '../envelope/open.ts',
      'the envelope is opened by the count alone',
    ],
    [
      'a route that can open envelopes',
      'src/server/routes/planted.ts',
      '../count/native.ts',
      'the envelope is opened by the count alone',
    ],
    ['a tablet that carries exports', 'src/tablet/planted.ts', '../exchange/csv.ts', 'the walls of tablet'],
    ['a route with SQL', 'src/server/routes/planted.ts', 'kysely', 'routes hold no SQL'],
    ['a tablet that reads the disk of a server', 'src/tablet/planted.ts', 'node:fs', 'one door: Node'],
    [
      'a product that needs its tests',
      'src/server/planted.ts',
      '../../tests/run.ts',
      'the product needs no tests',
    ],
  ]
  it.each(breaches)(
    'refuse %s',
    async (_what, file, target, rule) => {
      expect(
        await refusals(file, `import type * as planted from '${target}'\nexport type P = typeof planted\n`),
      ).toContain(rule)
    },
    30_000,
  )

  it('refuse a circle, so that a room can be read without reading all', async () => {
    const names = await refusals(
      'src/form/planted.ts',
      "export { planted } from './planted.ts'\nimport './form.ts'\n",
    )
    expect(names).toContain('no circles')
  }, 30_000)
})
