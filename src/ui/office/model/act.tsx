// From a tip or a leader's action to doing something with it: which release it is to answer.

import { type Quoted, quote } from '../../../improve/quote.ts'
import type { Idea } from '../../../instrument/model.ts'
import type { Role } from '../../../protocol/accounts.ts'
import type { Overview, WardView } from '../../../protocol/office.ts'
import { dayWords, listWords, modelWords, say } from '../../../wording/office.ts'
import { Imprint } from '../../model/imprint.tsx'
import { actionPaths } from '../actions/paths.ts'
import { Quote } from '../actions/quote.tsx'
import { Link } from '../link.tsx'
import { Page, type Whose } from '../page.tsx'
import { actPath, chapterPath } from './places.ts'
import { Says } from './says.tsx'

const words = modelWords.act

/** The way there from under an idea; a reader begins nothing. */
export const actWay = (role: Role) =>
  role === 'reader'
    ? undefined
    : (idea: Idea) => (
        <p class="office-noprint">
          <Link to={actPath(idea)}>
            {words.link}
            <span class="office-unseen">: {idea.text}</span>
          </Link>
        </p>
      )

/** A tip or a leader's action as an action quotes it; undefined where the booklet has none such. */
export const ideaOf = (id: string): Quoted | undefined =>
  quote({ kind: 'tip', id }) ?? quote({ kind: 'leader action', id })

/** The page of the booklet that each kind stands on. */
const pageOf = { tip: 'staff', 'leader action': 'leaders', statement: 'model' } as const

type Listed = WardView['releases'][number]

/** The newest release of each ward; one for wards that were counted together. */
function newest(overview: Overview): { readonly release: Listed; readonly wards: readonly string[] }[] {
  const found = new Map<string, { release: Listed; wards: string[] }>()
  for (const ward of overview.services.flatMap(({ wards }) => wards)) {
    const [release] = ward.releases
    if (!release) continue
    const known = found.get(release.id)
    if (known) known.wards.push(ward.name)
    else found.set(release.id, { release, wards: [ward.name] })
  }
  return [...found.values()]
}

interface ActPageProps {
  readonly quoted: Quoted
  readonly overview: Overview
  readonly whose: Whose
}

export function ActPage({ quoted, overview, whose }: ActPageProps) {
  const releases = newest(overview)
  return (
    <Page title={words.title} {...whose}>
      <Quote source={quoted} />
      <p>{releases.length > 0 ? words.lead : words.none}</p>
      {releases.length > 0 && (
        <ul class="office-chapters">
          {releases.map(({ release, wards }) => (
            <li key={release.id}>
              <Link to={actionPaths.act(release.id, quoted.id)}>
                {say(words.release, { wards: listWords(wards), day: dayWords(release.due) })}
              </Link>
              {release.waits && <>. {words.waits}</>}
            </li>
          ))}
        </ul>
      )}
      <p>
        <Link to={chapterPath({ id: pageOf[quoted.kind] })}>{words.back}</Link>
      </p>
      <Imprint linked says={<Says />} />
    </Page>
  )
}
