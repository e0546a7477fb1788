// The booklet's pages in the office: the list of them, and each by its address.

import { chapters } from '../../../instrument/model.ts'
import type { Overview } from '../../../protocol/office.ts'
import { learnWords, say, modelWords as words } from '../../../wording/office.ts'
import { Imprint } from '../../model/imprint.tsx'
import { Link } from '../link.tsx'
import { Missing } from '../missing.tsx'
import { Page, type Whose } from '../page.tsx'
import { ActPage, ideaOf } from './act.tsx'
import { ChapterPage } from './chapter.tsx'
import { chapterPath, groups } from './places.ts'
import { Says } from './says.tsx'

interface ModelPagesProps {
  /** What follows /office/model in the address. */
  readonly path: readonly string[]
  readonly overview: Overview
  readonly whose: Whose
}

export function ModelPages({ path, overview, whose }: ModelPagesProps) {
  const [id, ...rest] = path
  if (id === undefined) return <Contents whose={whose} />
  if (id === 'act') {
    const quoted = rest.length === 1 && whose.role !== 'reader' ? ideaOf(rest[0] ?? '') : undefined
    return quoted ? <ActPage quoted={quoted} overview={overview} whose={whose} /> : <Missing whose={whose} />
  }
  const at = rest.length > 0 ? -1 : chapters.findIndex(chapter => chapter.id === id)
  return chapters[at] ? <ChapterPage at={at} whose={whose} /> : <Missing whose={whose} />
}

const Contents = ({ whose }: Pick<ModelPagesProps, 'whose'>) => (
  <Page title={words.title} {...whose}>
    <p class="office-lead">{words.lead}</p>
    {groups.map(({ id, pages }) => (
      <section key={id} class="office-part" aria-labelledby={`for-${id}`}>
        <h2 id={`for-${id}`}>{words.groups[id]}</h2>
        <ul class="office-body office-chapters">
          {pages.map(page => (
            <li key={page.id}>
              <Link to={chapterPath(page)}>{page.title}</Link>
            </li>
          ))}
        </ul>
      </section>
    ))}
    <p>{say(words.people, { door: learnWords.title })}</p>
    <Imprint linked says={<Says />} />
  </Page>
)
