// What has changed, as far as a page needs to know of it that leads there: the way to it, and its pages when they are wanted.

import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import type { Settings } from '../../protocol/tablet.ts'
import { later } from '../components/later.tsx'
import { late } from './bring.tsx'

export const Heard = late(() => import('./hearddoor.tsx').then(file => file.pages()))

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
