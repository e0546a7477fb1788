// What an action comes from, as it stands in the booklet, and the ways to begin one from it.

import type { Quoted, Source } from '../../../improve/quote.ts'
import { say, actionWords as words } from '../../../wording/office.ts'
import { Link } from '../link.tsx'
import { actionPaths } from './paths.ts'

export const Quote = ({ source }: { source: Quoted }) => (
  <figure class="office-quote">
    <figcaption>
      {words.kinds[source.kind]}. {words.quoted}:
    </figcaption>
    <blockquote>{source.words}</blockquote>
  </figure>
)

interface DoProps {
  readonly release: string
  readonly source: Pick<Source, 'id'>
  /** The booklet's words, for who hears the link without what stands beside it. */
  readonly said: string
}

/** "Do something about this", beside a statement, a tip or a leader's action. */
export const DoLink = ({ release, source, said }: DoProps) => (
  <Link to={actionPaths.act(release, source.id)} class="office-do office-noprint">
    {words.do} <span class="office-unseen">{say(words.doAbout, { words: said })}</span>
  </Link>
)
