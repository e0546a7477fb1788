// The card's four pictures: one family, one line weight, the person and staff always of one size.

import type { ComponentChildren } from 'preact'

const Picture = ({ children }: { readonly children: ComponentChildren }) => (
  <svg class="picture" viewBox="0 0 96 96" aria-hidden="true">
    {children}
  </svg>
)

/** Two equal people who speak with each other. */
export const StatementsPicture = () => (
  <Picture>
    <circle cx="27" cy="46" r="10" />
    <path d="M9 84c0-24 36-24 36 0" />
    <circle class="other" cx="69" cy="46" r="10" />
    <path class="other" d="M51 84c0-24 36-24 36 0" />
    <path d="M16 10h26v16H31l-6 6v-6h-9z" />
    <path class="other" d="M80 10H54v16h11l6 6v-6h9z" />
  </Picture>
)

/** A person before two equal, open ways. */
export const FreePicture = () => (
  <Picture>
    <circle cx="48" cy="50" r="10" />
    <path d="M30 88c0-24 36-24 36 0" />
    <path d="M36 36 16 16M16 30V16h14" />
    <path d="M60 36 80 16M66 16h14v14" />
  </Picture>
)

/** A sealed envelope. */
export const SealedPicture = () => (
  <Picture>
    <rect x="10" y="24" width="76" height="52" rx="4" />
    <path d="M10 28l38 28 38-28" />
    <circle class="seal" cx="48" cy="56" r="11" />
  </Picture>
)

/** A page, face down, and the sun that sets. */
export const TodayPicture = () => (
  <Picture>
    <path d="M14 68h68M28 68a20 20 0 0 1 40 0M48 24V12M21 37l-8-8M75 37l8-8M26 82h44" />
  </Picture>
)
