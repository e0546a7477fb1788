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

export const SkipIcon = () => (
  <Icon of="skip">
    <path d="M8 34c2-14 24-18 30-4M38 18v12H26" />
  </Icon>
)

export const StopIcon = () => (
  <Icon of="line">
    <rect x="10" y="10" width="28" height="28" rx="4" />
  </Icon>
)

export const HelpIcon = () => (
  <Icon of="line">
    <path d="M16 17c0-12 18-11 18-1 0 7-10 7-10 14" />
    <path class="dot" d="M24 39v.1" />
  </Icon>
)

export const PauseIcon = () => (
  <Icon of="line">
    <path d="M17 10v28M31 10v28" />
  </Icon>
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
