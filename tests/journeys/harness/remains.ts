// What of a form may never be found on a disk, and the search for it.

import { evaluation } from '../../../src/instrument/evaluation.ts'
import { type Found, type Sought, scan } from './scan.ts'

const labels: readonly (readonly [string, string])[] = [
  ...evaluation.choices.map(({ code, label }) => [code, label] as const),
  ['skipped', 'Skipped'],
]

/** An answer in the clear beside its item, as a row, a payload or a browser's own way to write an object would have it. */
const said: Sought = Object.fromEntries(
  evaluation.items.flatMap(({ id }) =>
    labels.flatMap(([code, label]) =>
      [
        `"item":"${id}","given":"${code}"`,
        `"${id}":"${code}"`,
        `${id}"${String.fromCharCode(code.length)}${code}`,
        `item"${String.fromCharCode(id.length)}${id}"\u0005given"${String.fromCharCode(code.length)}${code}`,
        `"${id}":"${label}"`,
        `${id}"${String.fromCharCode(label.length)}${label}`,
      ].map((text, n) => [`${id} ${code} in the clear (${n})`, text]),
    ),
  ),
)

/** The code or label of a choice, alone: in what pages store, and not in the app's own code. */
const spoken: Sought = Object.fromEntries(
  labels.flatMap(([code, label]) => [
    [code, code],
    [label, label],
  ]),
)

/** A statement by its id: a browser that keeps a page to restore it keeps its fields by such names. */
const restored: Sought = Object.fromEntries(evaluation.items.map(({ id }) => [`the field ${id}`, id]))

/** The files in which a browser keeps what pages store. */
const stored = (name: string): boolean => /IndexedDB|File System|Local Storage|Session Storage/.test(name)

/** Nothing of what was said, anywhere; nothing of the given, anywhere: what was found of it. */
export async function search(profile: string, opens: Sought): Promise<Found[]> {
  const anywhere = await scan(profile, { ...said, ...opens }, name => !/network-\d+/.test(name))
  const told = await scan(profile, spoken, stored)
  return [...anywhere, ...told, ...(await scan(profile, restored, name => /Sessions/.test(name)))]
}
