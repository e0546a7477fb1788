// The body of a release's page.

import type { ComponentChildren } from 'preact'
import { evaluation } from '../../instrument/evaluation.ts'
import { source } from '../../instrument/source.ts'
import type { ReleaseReply } from '../../protocol/office.ts'
import { dayWords, listWords, officeWords, resultsWords, say, sayCount } from '../../wording/office.ts'
import { GroupTable } from './group.tsx'
import { Key, Patterns } from './patterns.tsx'
import { drawRelease } from './results/figure.tsx'
import { OnePage } from './results/onepage.tsx'
import { HowFilledIn } from './results/parts.tsx'
import { ReadingHelp } from './results/readinghelp.tsx'
import { Save } from './results/save.tsx'
import { hides, type Row, rowsOf } from './rows.ts'

const words = officeWords.release

interface ReportProps {
  readonly id: string
  readonly reply: ReleaseReply
  /** What can be done about a statement. */
  act?(row: Row): ComponentChildren
  /** What comes of it: after all that it says, before whose words these are. */
  readonly children?: ComponentChildren
}

export function Report({ id, reply, act, children }: ReportProps) {
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
      <ReadingHelp items={release.items} base={release.base} />
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
            {...(act && { act })}
          />
        </section>
      ))}
      <HowFilledIn
        breakdowns={release.breakdowns ?? []}
        columns={release.columns}
        none={resultsWords.parts.none}
      />
      <Save
        drawing={() => drawRelease(reply)}
        shown={{ release: id }}
        name={say(resultsWords.save.release, { day: release.due })}
        print={() => window.print()}
      />
      {children}
      <WhoseWords />
      <OnePage reply={reply} />
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

/** The model's words are the RRN's: every page that shows statements says so. */
export function WhoseWords() {
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
