// Releases added up, by the one engine that may: all of them, or those of a year.

import { useState } from 'preact/hooks'
import { evaluation } from '../../../instrument/evaluation.ts'
import type { History } from '../../../results/history.ts'
import { dayWords, resultsWords, say, sayCount, officeWords as words } from '../../../wording/office.ts'
import { GroupTable } from '../group.tsx'
import { Key, Patterns } from '../patterns.tsx'
import { hides, rowsOf } from '../rows.ts'
import { HowFilledIn } from './parts.tsx'
import { ReadingHelp } from './readinghelp.tsx'

const said = resultsWords.sums

export function Sums({ sums }: { sums: History['sums'] }) {
  const [year, choose] = useState<string | null>(null)
  const found = (sums.find(one => one.year === year) ?? sums[0])?.sum
  if (!found) return null
  const hidden = hides(found)
  return (
    <section aria-labelledby="sums">
      <h2 id="sums">{said.title}</h2>
      {sums.length > 1 && (
        <p class="office-choose office-noprint">
          <label for="period">{said.period}</label>
          <select
            id="period"
            value={year ?? ''}
            onChange={event => choose(event.currentTarget.value || null)}
          >
            {sums.map(({ year, sum }) => (
              <option key={year} value={year ?? ''}>
                {year === null
                  ? say(said.all, { from: dayWords(sum.first), until: dayWords(sum.last) })
                  : say(said.year, { year })}
              </option>
            ))}
          </select>
        </p>
      )}
      <p>
        {say(said.lead, {
          releases: sayCount(said.releases, found.releases),
          forms: sayCount(said.forms, found.base),
        })}
      </p>
      <ReadingHelp items={found.items} base={found.base} />
      {hidden && <p>{said.between}</p>}
      <Patterns />
      <Key columns={found.columns} hidden={hidden} />
      {evaluation.groups.map(group => (
        <section key={group.id} class="office-group" aria-labelledby={`group-${group.id}`}>
          <h3 id={`group-${group.id}`}>{group.label}</h3>
          <GroupTable
            label={group.label}
            rows={rowsOf(found, group.items)}
            base={found.base}
            columns={found.columns}
          />
        </section>
      ))}
      <p>
        {words.release.talkNote}{' '}
        {found.columns.includes('no-answer') ? words.release.noAnswerNote : words.release.skippedNote}
      </p>
      <HowFilledIn breakdowns={found.breakdowns} columns={found.columns} none={resultsWords.parts.sumNone} />
    </section>
  )
}
