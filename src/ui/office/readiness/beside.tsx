// What the setting says of itself, and what people experience: two columns, and nothing between them is worked out.

import { useEffect, useState } from 'preact/hooks'
import { beside } from '../../../improve/beside.ts'
import type { Checker } from '../../../improve/readiness.ts'
import { evaluation } from '../../../instrument/evaluation.ts'
import { readiness } from '../../../instrument/readiness.ts'
import type { Outcome } from '../../../office/office.ts'
import type { ReleaseReply } from '../../../protocol/office.ts'
import { dayWords, listWords, officeWords, readinessWords, say, sayCount } from '../../../wording/office.ts'
import { useDesk } from '../desk.ts'
import { GroupTable } from '../group.tsx'
import { Link } from '../link.tsx'
import { Refused } from '../notice.tsx'
import { Page } from '../page.tsx'
import { Key, Patterns } from '../patterns.tsx'
import { ReadingHelp } from '../results/readinghelp.tsx'
import { hides, rowsOf } from '../rows.ts'
import { Source } from './document.tsx'
import { readinessPaths } from './places.ts'
import { questions } from './said.ts'
import type { Shared } from './shared.ts'
import { Stands } from './standing.tsx'
import { Ways } from './version.tsx'

const words = readinessWords.beside

/** The newest release of a ward, or of the first that has one. One that is held is no release yet. */
export function BesidePage({ service, reply, whose, ward }: Shared & { ward?: string | undefined }) {
  const { office, heed } = useDesk()
  const wards = service.wards.filter(({ releases }) => releases.length > 0)
  const chosen = ward === undefined ? wards[0] : wards.find(({ id }) => id === ward)
  const newest = chosen?.releases[0]?.id
  const [looked, look] = useState<Outcome<ReleaseReply>>()
  useEffect(() => {
    if (newest !== undefined) void heed(office.look.release(newest)).then(look)
  }, [office, heed, newest])

  const checker = reply.checkers[0]
  const release = looked?.done && !looked.value.held ? looked.value : undefined
  return (
    <Page title={say(words.title, { service: service.name })} {...whose}>
      <p class="office-lead">{words.lead}</p>
      <p>{words.ours}</p>
      <Ways service={service.id} here="beside" />
      {wards.length > 1 && (
        <nav class="office-row office-noprint ready-ways" aria-label={words.wards}>
          {wards.map(({ id, name }) => (
            <Link
              key={id}
              to={readinessPaths.beside(service.id, id)}
              aria-current={id === chosen?.id ? 'page' : undefined}
            >
              {name}
            </Link>
          ))}
        </nav>
      )}
      {looked && !looked.done && <Refused refusal={looked.refusal} />}
      {!checker && <p>{words.noChecker}</p>}
      {checker && <Columns checker={checker} reply={release} waits={newest !== undefined && !looked} />}
      <Source />
    </Page>
  )
}

interface ColumnsProps {
  readonly checker: Checker
  readonly reply: ReleaseReply | undefined
  readonly waits: boolean
}

function Columns({ checker, reply, waits }: ColumnsProps) {
  const release = reply?.release
  return (
    <>
      {reply && <p class="office-first">{officeWords.release.first}</p>}
      <div class="ready-heads">
        <div>
          <h2>{words.said}</h2>
          <p>{timeOf(checker)}</p>
          <p class="office-quiet">{readinessWords.rules}</p>
        </div>
        <div>
          <h2>{words.experience}</h2>
          {waits && <p>{officeWords.wait}</p>}
          {!reply && !waits && <p>{words.noWards}</p>}
          {reply && <Experience reply={reply} />}
        </div>
      </div>
      {reply && <Patterns />}
      {beside(checker, release).map(({ activity, questions: asked, statements }) => (
        <section key={activity.id} class="ready-pair" aria-labelledby={activity.id}>
          <div class="ready-pairhead">
            <p class="ready-kind">{readiness.activityHeading}</p>
            <h3 id={activity.id}>{activity.label}</h3>
          </div>
          <div class="ready-setting">
            <p class="ready-kind">{words.said}</p>
            {asked.map(({ id }) => (
              <div key={id}>
                <h4>{questions.find(one => one.id === id)?.text}</h4>
                <Stands checker={checker} question={id} />
              </div>
            ))}
          </div>
          <div class="ready-people">
            <p class="ready-kind">{words.experience}</p>
            {release && statements.length > 0 && (
              <GroupTable
                id={activity.id}
                label={activity.label}
                rows={rowsOf(
                  release,
                  statements.map(({ id }) => id),
                )}
                base={release.base}
                columns={release.columns}
              />
            )}
          </div>
        </section>
      ))}
    </>
  )
}

function Experience({ reply: { release, wards } }: { reply: ReleaseReply }) {
  return (
    <>
      <p>
        {say(words.release, {
          day: dayWords(release.due),
          wards: listWords(wards),
          forms: sayCount(words.forms, release.base),
        })}
      </p>
      <p class="office-quiet">{say(officeWords.release.stem, { stem: evaluation.stem })}</p>
      <Key columns={release.columns} hidden={hides(release)} />
      <ReadingHelp items={release.items} base={release.base} />
    </>
  )
}

const timeOf = (checker: Checker): string =>
  checker.state === 'finished'
    ? say(words.saidInFinished, { finished: dayWords(checker.finished) })
    : say(words.saidIn, { began: dayWords(checker.began) })
