// The screens that nobody needs before the first statement: each comes when it is first wanted, with its words
// and its styles.

import type { ComponentType } from 'preact'
import { language, load, loadScreens } from '../../wording/words.ts'
import { dress } from '../components/dress.ts'
import { later } from '../components/later.tsx'
import styles from '../late.css?url'
import { Unopened } from './quiet.tsx'

/** A screen that comes with its words and styles when it is first wanted. */
export function late<P extends object>(bring: () => Promise<ComponentType<P>>): ComponentType<P> {
  return later(async () => {
    const [component] = await Promise.all([bring(), loadScreens(), dress(styles)])
    return component
  }, Unopened)
}

/** A screen of a mode: it comes with all the words of the language that is shown. */
export const inMode = <P extends object>(bring: () => Promise<ComponentType<P>>): ComponentType<P> =>
  late(async () => {
    const [component] = await Promise.all([bring(), load(language())])
    return component
  })

const supporter = () => import('../supporter/room.ts').then(file => file.room())

export const Aside = inMode(() => import('./aside.tsx').then(file => file.Aside))
export const Curtain = late(() => import('./curtain.tsx').then(file => file.Curtain))
export const Drafts = late(() => import('./drafts.tsx').then(file => file.Drafts))
export const Erased = late(() => import('./ends.tsx').then(file => file.Erased))
export const Guide = inMode(() => supporter().then(room => room.Guide))
export const Helping = late(() => import('./helping.tsx').then(file => file.Helping))
export const Names = late(() => import('./aloudnames.tsx').then(file => file.Names))
export const Pictured = inMode(() => import('../components/picture.tsx').then(file => file.Picture))
export const Rehearsal = inMode(() => supporter().then(room => room.Rehearsal))
export const Review = late(() => import('./review.tsx').then(file => file.Review))
export const Stop = late(() => import('./stop.tsx').then(file => file.Stop))
export const Supported = inMode(() => supporter().then(room => room.Supported))
export const Thanks = late(() => import('./ends.tsx').then(file => file.Thanks))
export const Topics = late(() => import('./topics.tsx').then(file => file.Topics))
export const Unable = late(() => import('./ends.tsx').then(file => file.Unable))
export const Unsealed = late(() => import('./ends.tsx').then(file => file.Unsealed))
export const Whose = inMode(() => import('./whose.tsx').then(file => file.Whose))
