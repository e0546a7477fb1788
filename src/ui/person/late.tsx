// The screens that nobody needs before the first statement: each comes when it is first wanted, with its words.

import type { ComponentType } from 'preact'
import { loadScreens } from '../../wording/words.ts'
import { later } from '../components/later.tsx'
import { Unopened } from './quiet.tsx'

/** A screen that comes with its words when it is first wanted. */
export function late<P extends object>(load: () => Promise<ComponentType<P>>): ComponentType<P> {
  return later(async () => {
    const [component] = await Promise.all([load(), loadScreens()])
    return component
  }, Unopened)
}

export const Aside = late(() => import('./aside.tsx').then(file => file.Aside))
export const Curtain = late(() => import('./curtain.tsx').then(file => file.Curtain))
export const Drafts = late(() => import('./drafts.tsx').then(file => file.Drafts))
export const Erased = late(() => import('./ends.tsx').then(file => file.Erased))
export const Helping = late(() => import('./helping.tsx').then(file => file.Helping))
export const Review = late(() => import('./review.tsx').then(file => file.Review))
export const Stop = late(() => import('./stop.tsx').then(file => file.Stop))
export const Thanks = late(() => import('./ends.tsx').then(file => file.Thanks))
export const Topics = late(() => import('./topics.tsx').then(file => file.Topics))
export const Unable = late(() => import('./ends.tsx').then(file => file.Unable))
export const Unsealed = late(() => import('./ends.tsx').then(file => file.Unsealed))
