// A release broken down by how its forms were filled in, where that tells nothing of fewer than twenty of them.
//
// The parts of everything that is published cut the forms into atoms: forms that are in the same part of each breakdown.
// Whatever adding and subtracting can reach is a union of atoms. So a breakdown is published only while every atom has
// twenty forms: then everything within reach has twenty or more, and nothing in the release needs a band.

import { type Distribution, distribution } from './distribution.ts'
import { type By, ladder } from './how.ts'
import { OPEN_BASE } from './suppress.ts'
import { type Alike, addUp, type Totals } from './tabulate.ts'

/** The forms of one part, with the columns of its release. Its base is twenty or more, so nothing of it is banded. */
export interface Part extends Omit<Distribution, 'columns'> {
  readonly is: string
}

/** A release's forms told apart in one way; each form is in one part. */
export interface Breakdown {
  readonly by: By
  readonly parts: readonly Part[]
}

type Atom = readonly Alike[]

/**
 * The breakdowns of a release that may be published. That one is missing says: there are not enough forms in some group. An
 * empty group is such a group too, so that a missing breakdown does not say whether there is anybody, and forms on paper
 * hide nobody.
 */
export function breakdowns({ items, alike }: Totals): readonly Breakdown[] {
  const ids = Object.keys(items)
  const published: Breakdown[] = []
  let atoms: readonly Atom[] = [alike]
  for (const rungs of ladder)
    for (const { by, parts, partOf } of rungs) {
      const within = (atom: Atom, part: string) => atom.filter(({ how }) => how && partOf(how) === part)
      const finer = atoms.flatMap(atom => parts.map(part => within(atom, part)))
      if (!finer.every(isOpen) || alike.some(({ how }) => how === undefined)) continue
      atoms = finer
      const made = parts.map(part => {
        const { columns: _, ...seen } = distribution(addUp(ids, within(alike, part)))
        return { is: part, ...seen }
      })
      published.push({ by, parts: made })
      break
    }
  return published
}

const isOpen = (atom: Atom): boolean =>
  atom.reduce((sum, { base, paper }) => sum + base - paper, 0) >= OPEN_BASE
