// One of the booklet's pages in the office, and the ways to those beside it.

import { type Chapter, chapters } from '../../../instrument/model.ts'
import { say, modelWords as words } from '../../../wording/office.ts'
import { Booklet } from '../../model/booklet.tsx'
import { Link } from '../link.tsx'
import { Page, type Whose } from '../page.tsx'
import { paths } from '../route.ts'
import { actWay } from './act.tsx'
import { chapterPath } from './places.ts'
import { Says } from './says.tsx'

interface ChapterPageProps {
  /** Which of the chapters. Throws RangeError for one that is not there. */
  readonly at: number
  readonly whose: Whose
}

export function ChapterPage({ at, whose }: ChapterPageProps) {
  const chapter = chapters[at]
  if (!chapter) throw new RangeError(`no chapter ${at}`)
  return (
    <Page title={titleOf(chapter)} {...whose}>
      <Booklet chapter={chapter} beside={actWay(whose.role)} linked says={<Says />} />
      <p class="office-noprint">
        <button type="button" class="office-button" onClick={() => window.print()}>
          {words.print}
        </button>
      </p>
      <nav class="office-noprint" aria-label={words.pages}>
        <ul class="office-chapters">
          <Beside chapter={chapters[at - 1]} words={words.before} />
          <Beside chapter={chapters[at + 1]} words={words.after} />
          <li>
            <Link to={paths.model}>{words.all}</Link>
          </li>
        </ul>
      </nav>
    </Page>
  )
}

/** The title as the booklet's own list of contents has it. */
const titleOf = ({ over, title }: Chapter): string => (over ? `${over} ${title}` : title)

const Beside = ({ chapter, words }: { chapter: Chapter | undefined; words: string }) =>
  chapter ? (
    <li>
      <Link to={chapterPath(chapter)}>{say(words, { title: chapter.title })}</Link>
    </li>
  ) : null
