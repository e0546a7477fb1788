// A page of the booklet with its heading and its imprint: no page stands without saying whose words it is made of.

import type { ComponentChildren } from 'preact'
import type { Chapter } from '../../instrument/model.ts'
import { Imprint, type ImprintProps } from './imprint.tsx'
import { Parts, type PartsProps } from './parts.tsx'

interface BookletProps extends ImprintProps, Pick<PartsProps, 'beside'> {
  readonly chapter: Chapter
  /** The page's heading; where the frame around it has one, what stands over it is part of that. */
  readonly heading?: ComponentChildren
}

/** The booklet's own English, in its own direction, on a page of any language. */
export const Booklet = ({ chapter, heading, beside, ...imprint }: BookletProps) => (
  <>
    <div class="model" lang="en" dir="ltr">
      {heading && chapter.over && <p class="over-title">{chapter.over}</p>}
      {heading}
      <Parts parts={chapter.parts} beside={beside} />
    </div>
    <Imprint {...imprint} />
  </>
)
