// A breach whose line has moved on is planted nowhere: found out here at once, and not only when all are planted.

import { readFile } from 'node:fs/promises'
import { expect, it } from 'vitest'
import { breaches } from '../breaches/breaches.ts'

it('names in each planted breach a text that stands once in its file', async () => {
  const stale: string[] = []
  for (const { file, find, breach } of breaches) {
    const text = await readFile(file, 'utf8')
    if (text.split(find).length !== 2) stale.push(`${file}: ${breach}`)
  }
  expect(stale).toEqual([])
})
