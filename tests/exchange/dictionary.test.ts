// The data dictionary tells of every column and of every word that a cell can have.

import { describe, expect, it } from 'vitest'
import { dictionaryCsv } from '../../src/exchange/dictionary.ts'
import { breakdownsCsv, releasesCsv, rollUpsCsv } from './files.ts'
import { large, named, rolledUp, small } from './releases.ts'
import { table } from './rfc4180.ts'

describe('the data dictionary', () => {
  it('tells of exactly the columns that the files have, in their order', () => {
    const told = table(dictionaryCsv()).rows
    const files = {
      releases: releasesCsv([]),
      breakdowns: breakdownsCsv([]),
      rollups: rollUpsCsv([]),
    }
    for (const [name, file] of Object.entries(files)) {
      const columns = told.filter(row => row.file?.text === name).map(row => row.column?.text)
      expect(columns).toEqual(table(file).head)
      expect(new Set(columns).size).toBe(columns.length)
    }
    expect(told.every(row => row.means?.text && row.values?.text)).toBe(true)
  })

  it('has no mean, sum, score or rank, since the model knows no hierarchy', () => {
    expect(dictionaryCsv()).not.toMatch(/\b(mean|average|sum|total|score|rank|level|rating)\b/i)
  })

  it('tells every word that a kind can be, so that nobody takes a band for a gap', () => {
    const told = table(dictionaryCsv()).rows
    for (const [name, file] of [
      ['releases', releasesCsv([named(small), named(large)])],
      ['rollups', rollUpsCsv(rolledUp([small, large]))],
    ] as const)
      for (const row of table(file).rows)
        for (const [column, { text }] of Object.entries(row)) {
          if (!column.endsWith('_kind')) continue
          const values = told.find(one => one.file?.text === name && one.column?.text === column)?.values
            ?.text
          expect(values?.split(', ')).toContain(text)
        }
  })
})
