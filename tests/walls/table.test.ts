// The table of walls in docs/architecture.md is the one that is checked.

import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { expect, it } from 'vitest'

interface Rule {
  readonly name: string
  readonly to: { readonly pathNot?: string | readonly string[] }
}

const pure = 'instrument, form, results, improve, protocol, wording'

/** Each room with what it may import, in the order of the rules. */
function ruled(): [room: string, may: string][] {
  const { forbidden }: { forbidden: readonly Rule[] } = createRequire(import.meta.url)(
    '../../.dependency-cruiser.cjs',
  )
  return forbidden.flatMap(({ name, to }) => {
    const [, room] = /^the walls of (.+)$/.exec(name) ?? []
    if (!room || !Array.isArray(to.pathNot)) return []
    const may = to.pathNot.flatMap(path => /^\^src\/(.+)\/$/.exec(path)?.[1] ?? [])
    return [[room, may.filter(other => other !== room).join(', ')]]
  })
}

/** The same from the page. */
function told(): [room: string, may: string][] {
  const page = readFileSync('docs/architecture.md', 'utf8')
  const table = page.slice(page.indexOf('| room | may import |')).split('\n\n')[0] ?? ''
  return table
    .split('\n')
    .slice(2)
    .map(line => {
      const [room = '', may = ''] = line.slice(2, -2).split(' | ')
      return [room, may.replace('nothing', '').replace('the pure rooms', pure)]
    })
}

it('is told line for line, so that whoever reads the page knows what is checked', () => {
  expect(ruled().length).toBeGreaterThan(15)
  expect(told()).toEqual(ruled())
})
