// The answers that every contender stores: one statement after another, changed back and forth.

const choices = ['not-at-all', 'sometimes', 'all-the-time']

/** The nth answer of the form, from 1, as a row in clear. */
export const answer = n => ({
  form: 'amina',
  seq: n,
  item: `eval-${String((n % 23) + 1).padStart(2, '0')}`,
  given: choices[n % 3],
})

/** Throws unless what is on the disk is every answer up to the nth. */
export function prove(rows, n) {
  const same = (row, at) => JSON.stringify(row) === JSON.stringify(answer(at + 1))
  if (rows.length !== n || !rows.every(same)) throw new Error(`${rows.length} rows of ${n}, or other ones`)
}
