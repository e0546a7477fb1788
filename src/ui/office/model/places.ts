// The addresses of the booklet's pages in the office, and who reads which first.

import { type Chapter, chapters, type Idea } from '../../../instrument/model.ts'
import { paths } from '../route.ts'

/** The address of a page. */
export const chapterPath = ({ id }: Pick<Chapter, 'id'>): string => `${paths.model}/${id}`

/** Where something is begun with an idea: no chapter is called act. */
export const actPath = ({ id }: Pick<Idea, 'id'>): string => `${paths.model}/act/${id}`

/** For whom the booklet wrote a page, where it says so. */
const written = { staff: 'staff', leaders: 'leaders', references: 'sources' } as const
const groupOf = ({ id }: Chapter) => Object.entries(written).find(([page]) => page === id)?.[1] ?? 'everybody'

/** The pages in their groups, each in the booklet's order. */
export const groups = (['everybody', 'staff', 'leaders', 'sources'] as const).map(id => ({
  id,
  pages: chapters.filter(chapter => groupOf(chapter) === id),
}))
