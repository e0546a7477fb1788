// The screens that nobody needs before the first statement: each comes when it is first wanted.

import { inMode, late } from './bring.tsx'

export const Aside = inMode(() => import('./aside.tsx').then(file => file.Aside))
export const Drafts = late(() => import('./drafts.tsx').then(file => file.Drafts))
export const Erased = late(() => import('./ends.tsx').then(file => file.Erased))
export const Helping = late(() => import('./helping.tsx').then(file => file.Helping))
export const Names = late(() => import('./aloudnames.tsx').then(file => file.Names))
export const Review = late(() => import('./review.tsx').then(file => file.Review))
export const Stop = late(() => import('./stop.tsx').then(file => file.Stop))
export const Sure = late(() => import('./waits.tsx').then(file => file.Sure))
export const Thanks = late(() => import('./ends.tsx').then(file => file.Thanks))
export const Topics = late(() => import('./topics.tsx').then(file => file.Topics))
export const Unable = late(() => import('./ends.tsx').then(file => file.Unable))
export const Unsealed = late(() => import('./ends.tsx').then(file => file.Unsealed))
export const Waits = late(() => import('./waits.tsx').then(file => file.Waits))
export const Whose = inMode(() => import('./whose.tsx').then(file => file.Whose))
