// How a screen comes that nobody needs before the first statement, with its words and styles; and what such a screen
// brings in its turn.

import type { ComponentType } from 'preact'
import { language, load, loadGate, loadScreens } from '../../wording/words.ts'
import { dress } from '../components/dress.ts'
import { type Coming, later } from '../components/later.tsx'
import styles from '../late.css?url'
import { Unopened } from './quiet.tsx'

/** A screen that comes with its words and styles when it is first wanted. */
export function late<P extends object>(bring: () => Promise<ComponentType<P>>): Coming<P> {
  return later(async () => {
    const [component] = await Promise.all([bring(), loadScreens(), dress(styles)])
    return component
  }, Unopened)
}

/** A screen of a mode: it comes with all the words of the language that is shown. */
export const inMode = <P extends object>(bring: () => Promise<ComponentType<P>>): Coming<P> =>
  late(async () => {
    const [component] = await Promise.all([bring(), load(language())])
    return component
  })

/** A screen of the gate's room; a language other than English has its words already. */
const atGate = <P extends object>(bring: () => Promise<ComponentType<P>>): ComponentType<P> =>
  late(async () => {
    const [component] = await Promise.all([bring(), loadGate()])
    return component
  })

const gate = () => import('../gate/room.ts').then(file => file.room())
const supporter = () => import('../supporter/room.ts').then(file => file.room())

export const Gate = atGate(() => gate().then(room => room.Gate))
export const Guide = inMode(() => supporter().then(room => room.Guide))
export const Pausing = atGate(() => gate().then(room => room.Pausing))
export const Pictured = inMode(() => import('../components/picture.tsx').then(file => file.Picture))
export const Rehearsal = inMode(() => supporter().then(room => room.Rehearsal))
export const Slip = atGate(() => gate().then(room => room.Slip))
export const Supported = inMode(() => supporter().then(room => room.Supported))
export const TakeBack = atGate(() => gate().then(room => room.TakeBack))
