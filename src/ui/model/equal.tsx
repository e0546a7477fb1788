// Things of which none stands above another: shapes of one size and one weight, in a row or round two halves that meet.

import { Fragment } from 'preact'

/** So many that they stand in a ring, where there is room for one. */
const RING = 7

/** A long word may break where the booklet has a stroke in it. */
const breaking = (text: string) =>
  text.split('/').map((piece, n) => (
    <Fragment key={piece}>
      {n > 0 && '/'}
      {n > 0 && <wbr />}
      {piece}
    </Fragment>
  ))

/** Each in a shape of its own. The order is the booklet's, and the page shows none. */
export const Equal = ({ of }: { readonly of: readonly string[] }) => (
  <div class={of.length === RING ? 'equal ring' : 'equal'}>
    {of.length === RING && (
      <svg viewBox="0 0 48 48" aria-hidden="true">
        <path class="one" d="M23 5a19 19 0 0 0 0 38z" />
        <path class="other" d="M25 5a19 19 0 0 1 0 38z" />
      </svg>
    )}
    <ul>
      {of.map(text => (
        <li key={text}>{breaking(text)}</li>
      ))}
    </ul>
  </div>
)
