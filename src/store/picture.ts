// Which picture stands for a new draft: one that no other waiting draft has, while there are any left.

import type { Bytes } from '../envelope/bytes.ts'
import { colours, type Picture, shapes } from './records.ts'

const all: readonly Picture[] = shapes.flatMap(shape => colours.map(colour => ({ shape, colour })))

/** A picture by chance. `random` gives random bytes. */
export function pick(taken: readonly Picture[], random: (size: number) => Bytes): Picture {
  const free = all.filter(
    one => !taken.some(({ shape, colour }) => shape === one.shape && colour === one.colour),
  )
  const from = free.length > 0 ? free : all
  return from[(random(1)[0] ?? 0) % from.length] ?? { shape: 'circle', colour: 'blue' }
}
