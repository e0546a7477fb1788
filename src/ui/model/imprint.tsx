// Under every page of the booklet: who wrote it, on what licence it stands here, and that nobody of theirs vouches for us.

import type { ComponentChildren } from 'preact'
import { publisher } from '../../instrument/model.ts'
import { source } from '../../instrument/source.ts'

export interface ImprintProps {
  /** That those who wrote the booklet have not approved what stands around it; and what the licence does not promise. */
  readonly says: ComponentChildren
  /** Whether the licence can be followed: not on a tablet, which leads nowhere else. */
  readonly linked?: boolean
}

const { licence, licenceUrl } = source
const [before, after] = licence.split(licenceUrl)

export const Imprint = ({ says, linked }: ImprintProps) => (
  <footer class="imprint">
    <div lang="en" dir="ltr">
      <p class="cite">{source.citation}</p>
      <p class="cite">
        {before}
        {linked ? (
          <a href={licenceUrl} rel="license noreferrer">
            {licenceUrl}
          </a>
        ) : (
          licenceUrl
        )}
        {after} {publisher}
      </p>
    </div>
    {says}
  </footer>
)
