// The body of a release's page.

import { evaluation } from '../../instrument/evaluation.ts'
import { source } from '../../instrument/source.ts'
import type { ReleaseReply } from '../../protocol/office.ts'
import type { Release } from '../../results/release.ts'
import { dayWords, listWords, officeWords, say, sayCount } from '../../wording/office.ts'
import { GroupTable, type Row } from './group.tsx'
import { Key, Patterns } from './patterns.tsx'

const words = officeWords.release

export function Report({ reply }: { reply: ReleaseReply }) {
  const { release } = reply
  const hidden = hides(release)
  return (
    <>
      <p class="office-first">{words.first}</p>
      <Particulars reply={reply} />
      <h2>{words.asked}</h2>
      <p>{say(words.stem, { stem: evaluation.stem })}</p>
      <p>{say(words.reading, { n: release.base })}</p>
      <p>
        {words.talkNote} {release.columns.includes('no-answer') ? words.noAnswerNote : words.skippedNote}
      </p>
      {hidden && (
        <>
          <h3>{words.hiddenTitle}</h3>
          <p>{words.hidden}</p>
        </>
      )}
      <Patterns />
      <Key columns={release.columns} hidden={hidden} />
      {evaluation.groups.map(group => (
        <section key={group.id} class="office-group" aria-labelledby={`group-${group.id}`}>
          <h3 id={`group-${group.id}`}>{group.label}</h3>
          <GroupTable
            label={group.label}
            rows={rowsOf(release, group.items)}
            base={release.base}
            columns={release.columns}
          />
        </section>
      ))}
      <WhoseWords />
      <p class="office-noprint">
        <button type="button" class="office-button" onClick={() => window.print()}>
          {words.print}
        </button>
      </p>
    </>
  )
}

function Particulars({ reply }: { reply: ReleaseReply }) {
  const { release, wards, service } = reply
  return (
    <dl class="office-pairs">
      <div>
        <dt>{words.formsTerm}</dt>
        <dd>
          <strong>{sayCount(words.forms, release.base)}</strong>. {words.formsNote}
        </dd>
      </div>
      <div>
        <dt>{words.dateTerm}</dt>
        <dd>{dayWords(release.due)}</dd>
      </div>
      <div>
        <dt>{wards.length === 1 ? words.wards.one : words.wards.other}</dt>
        <dd>{listWords(wards)}</dd>
      </div>
      <div>
        <dt>{words.service}</dt>
        <dd>
          {service}, {reply.organisation}
        </dd>
      </div>
    </dl>
  )
}

function WhoseWords() {
  return (
    <section class="office-source" aria-labelledby="whose">
      <h2 id="whose">{words.about}</h2>
      <p>{say(words.words, { title: source.title, attribution: source.attribution })}</p>
      <p>{source.citation}</p>
      <p>
        <a href={source.licenceUrl} rel="license noreferrer">
          {say(words.licence, { name: source.licenceName })}
        </a>
      </p>
      <p>{words.ours}</p>
    </section>
  )
}

const hides = (release: Release) =>
  [
    ...release.items.flatMap(item => Object.values(item.cells)),
    ...release.topics.map(topic => topic.cell),
  ].some(cell => cell.kind !== 'shown')

/** The rows of a group, in printed order. A statement that the release does not carry has none. */
function rowsOf(release: Release, items: readonly string[]): Row[] {
  return items.flatMap(id => {
    const n = evaluation.items.findIndex(item => item.id === id)
    const text = evaluation.items[n]?.text
    const cells = release.items.find(item => item.id === id)?.cells
    const topic = release.topics.find(one => one.id === id)?.cell ?? ({ kind: 'suppressed' } as const)
    return text && cells ? [{ id, n: n + 1, text, cells, topic }] : []
  })
}
