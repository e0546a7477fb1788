// What the office says under the booklet's words, and of itself.

import { modelWords as words } from '../../../wording/office.ts'

/** That nobody vouches for Equal Voice, and that the licence vouches for nothing. */
export const Says = () => (
  <p class="cite">
    {words.apart} {words.asis}
  </p>
)
