// The screens that nobody needs before the first statement: each comes when it is first wanted.

import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Settings } from '../../protocol/tablet.ts'
import { later } from '../components/later.tsx'
import { inMode, late } from './bring.tsx'

export const Aside = inMode(() => import('./aside.tsx').then(file => file.Aside))
export const Drafts = late(() => import('./drafts.tsx').then(file => file.Drafts))
const Way = later(
  () => import('./hearddoor.tsx').then(file => file.Door),
  () => null,
)
const isNews = (settings: Settings | undefined) => settings?.heard ?? settings?.closed

interface DoorProps {
  readonly settings: Settings | undefined
  readonly open: () => void
}

/** The way to what has changed, where there is anything to tell and it comes. */
export const Door = ({ settings, open }: DoorProps) =>
  settings && isNews(settings) ? <Way settings={settings} open={open} /> : null

interface WithDoorProps {
  readonly settings: Settings | undefined
  readonly children: ComponentChildren
}

/** A page that the way stands on comes together with it: its buttons would move, and meet another finger than they are for. */
export function WithDoor({ settings, children }: WithDoorProps) {
  const [held, hold] = useState(isNews(settings))
  useEffect(() => {
    const show = () => hold(undefined)
    if (held) void Way.come().then(show, show)
  }, [])
  return held ? null : children
}

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
