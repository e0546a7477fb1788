// CSV that every strict reader takes, and that no spreadsheet runs.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BOM, csv, guarded } from '../../src/exchange/csv.ts'
import { read } from './rfc4180.ts'

const awkward = fc.constantFrom('=', '+', '-', '@', '\t', '\r', '\n', '"', ',', "'", ' ', '\uFEFF', '＝', ';')
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.array(fc.oneof(awkward, fc.string({ maxLength: 3 })), { maxLength: 6 }).map(parts => parts.join('')),
)
const cell = fc.oneof(
  text,
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constant(undefined),
)
const rows = fc
  .integer({ min: 1, max: 5 })
  .chain(width => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1 }))

/** What a reader has of a cell: numbers and nothing without quotes, texts without their guard. */
const back = ({ text, quoted }: { text: string; quoted: boolean }) =>
  quoted ? text.replace(/^'/, '') : text === '' ? undefined : Number(text)

describe('CSV', () => {
  it('is read back by a strict reader as it was, so that nothing is lost between two systems', () => {
    fc.assert(
      fc.property(rows, all => {
        const found = read(csv(all).slice(BOM.length)).map(row => row.map(back))
        expect(found).toEqual(all.map(row => row.map(one => (one === 0 ? 0 : one))))
      }),
    )
  })

  it('begins with a byte order mark, without which Excel breaks the names of Welsh wards', () => {
    expect(csv([['Tŷ Gwyn']])).toBe('\uFEFF"Tŷ Gwyn"\r\n')
  })

  it('holds no text that a spreadsheet takes for a formula, whatever somebody calls a ward', () => {
    fc.assert(
      fc.property(rows, all => {
        for (const { text, quoted } of read(csv(all).slice(BOM.length)).flat())
          if (quoted) expect(text.trimStart()).not.toMatch(/^[=+\-@＝＋－＠]/u)
      }),
    )
    for (const formula of [
      '=1+1',
      '+1',
      '-1',
      '@SUM(A1)',
      '\t=1',
      '\rx',
      ' =1',
      '\u00A0=1',
      '\u200B=1',
      '＝1',
    ])
      expect(guarded(formula)).toBe(`'${formula}`)
  })

  it('leaves other texts as they are, and numbers numbers, so that figures can be worked with', () => {
    expect(guarded('Maple - women')).toBe('Maple - women')
    expect(csv([[-1, 0.5, 'a "b", c', undefined]])).toBe('\uFEFF-1,0.5,"a ""b"", c",\r\n')
  })

  it('guards two texts never alike, so that a reader can drop the guard', () => {
    fc.assert(fc.property(text, text, (a, b) => a === b || guarded(a) !== guarded(b)))
  })

  it('refuses what is no number', () => {
    for (const none of [Number.NaN, Number.POSITIVE_INFINITY]) expect(() => csv([[none]])).toThrow(RangeError)
  })
})

describe('the reader of these tests', () => {
  it.each(['"a"b\r\n', 'a\n', 'a', 'a"b\r\n', '"a\r\n', 'a,b\r\nc\r\n'])('refuses %j', file => {
    expect(() => read(file)).toThrow(SyntaxError)
  })
})
