// The way to the booklet's ideas, which come when somebody sees the door to them. Where they do not come there is no door.

import { later } from '../components/later.tsx'

/** With `open` the door to them; with `close` the pages. */
export const Learn = later(
  () => import('./room.ts').then(file => file.room()),
  () => null,
)
