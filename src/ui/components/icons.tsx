// Small drawings of one family: one line weight, no fill but where quantity is meant.

import type { ComponentChildren } from 'preact'

/** A drawing of 48 by 48 in the ink of whatever it stands in; it says nothing that words don't. */
export function Icon({ of, children }: { readonly of: string; readonly children: ComponentChildren }) {
  return (
    <svg class={`icon ${of}`} viewBox="0 0 48 48" aria-hidden="true">
      {children}
    </svg>
  )
}

/** A drawing of one line. */
const line =
  (d: string, of = 'line') =>
  () => (
    <Icon of={of}>
      <path d={d} />
    </Icon>
  )

export const SkipIcon = line('M8 34c2-14 24-18 30-4M38 18v12H26', 'skip')

export const StopIcon = line('M14 10h20q4 0 4 4v20q0 4-4 4H14q-4 0-4-4V14q0-4 4-4z')

export const HelpIcon = () => (
  <Icon of="line">
    <path d="M16 17c0-12 18-11 18-1 0 7-10 7-10 14" />
    <path class="dot" d="M24 39v.1" />
  </Icon>
)

export const PauseIcon = line('M17 10v28M31 10v28')

/** A picture beside words. */
export const EasyIcon = line('M5 12h20v24H5zM5 30l6-7 12 13M32 15h11M32 24h11M32 33h7')

/** A small letter and a large one. */
export const BigIcon = line('M3 38l7-17 7 17M6 32h8M19 38 31 8l12 30M24 27h14')

/** A loudspeaker. */
export const AloudIcon = line('M8 19h7l10-8v26l-10-8H8zM32 18a9 9 0 0 1 0 12M37 12a17 17 0 0 1 0 24')

/** A low sun over still water. */
export const CalmIcon = line('M14 26a10 10 0 0 1 20 0M4 26h40M10 33h28M17 40h14')

/** Two people of one size. */
export const HelperIcon = line(
  'M14 10a6 6 0 1 0 .1 0M4 38c0-17 19-17 19 0M34 10a6 6 0 1 0 .1 0M25 38c0-17 19-17 19 0',
)

/** How much: an empty, a half and a full circle of one size and weight. */
export function Quantity({ of }: { readonly of: 'empty' | 'half' | 'full' }) {
  return (
    <Icon of="quantity">
      {of === 'half' && <path class="fill" d="M24 5a19 19 0 0 0 0 38z" />}
      {of === 'full' && <circle class="fill" cx="24" cy="24" r="19" />}
      <circle cx="24" cy="24" r="19" />
    </Icon>
  )
}

/** Two equal shapes that meet. */
export const Mark = () => (
  <svg class="icon meet" viewBox="0 0 48 48" aria-hidden="true">
    <path class="one" d="M23 5a19 19 0 0 0 0 38z" />
    <path class="other" d="M25 5a19 19 0 0 1 0 38z" />
  </svg>
)
