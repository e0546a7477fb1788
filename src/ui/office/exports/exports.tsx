// Taking what was published away as a file: which one, of which wards and days; how far it is, and a way to stop it.

import { useState } from 'preact/hooks'
import type { ServiceView } from '../../../protocol/office.ts'
import { type ExportRequest, type File, files } from '../../../protocol/outlets.ts'
import { exportWords as words } from '../../../wording/office.ts'
import { Select } from '../choice.tsx'
import { Day } from '../day.tsx'
import { Link } from '../link.tsx'
import { Page, type Whose } from '../page.tsx'
import { paths } from '../route.ts'
import { Send } from '../send.tsx'
import { exportPaths } from './paths.ts'
import { ofOptions, ofWhat } from './places.ts'
import { Progress } from './progress.tsx'
import { useTaking } from './taking.ts'

interface ExportsProps {
  readonly services: readonly ServiceView[]
  readonly whose: Whose
}

type Choosable = Exclude<File, 'dictionary.csv'>
const choosable = files.filter((file): file is Choosable => file !== 'dictionary.csv')
const everything = { service: null, ward: null, from: null, until: null }

export function ExportsPage({ services, whose }: ExportsProps) {
  const [file, choose] = useState<Choosable>('releases.csv')
  const [of, setOf] = useState('all')
  const [from, setFrom] = useState('')
  const [until, setUntil] = useState('')
  const [wrong, setWrong] = useState(false)
  const { taking, begin, stop } = useTaking()

  const take = (event: Event) => {
    event.preventDefault()
    const bad = from !== '' && until !== '' && until < from
    setWrong(bad)
    if (bad) return document.getElementById('until')?.focus()
    const days = { from: from || null, until: until || null }
    const asked: ExportRequest = { file, ...ofWhat(of), ...days }
    void begin(asked)
  }
  return (
    <Page title={words.title} {...whose}>
      <p class="office-lead">{words.lead}</p>
      <p>{words.first}</p>
      <p class="office-quiet">{words.logged}</p>
      <form class="office-form" onSubmit={take} noValidate>
        <fieldset>
          <legend>{words.what}</legend>
          {choosable.map(one => (
            <div key={one} class="office-choice">
              <input
                type="radio"
                id={one}
                name="file"
                checked={file === one}
                onChange={() => choose(one)}
                aria-describedby={`${one}-hint`}
              />
              <label for={one}>{words.files[one]}</label>
              <p id={`${one}-hint`} class="office-quiet">
                {words.hints[one]}
              </p>
            </div>
          ))}
        </fieldset>
        <Select id="of" label={words.of} value={of} options={ofOptions(services)} choose={setOf} />
        <Day id="from" label={words.from} hint={words.daysHint} value={from} change={setFrom} />
        <Day
          id="until"
          label={words.until}
          value={until}
          change={setUntil}
          trouble={wrong ? words.wrongDays : undefined}
          isTold
        />
        <Send label={words.take} busy={taking.is === 'coming'}>
          {taking.is === 'coming' && (
            <button type="button" class="office-button" onClick={stop}>
              {words.stop}
            </button>
          )}
        </Send>
      </form>
      <Progress of={taking} />
      <h2>{words.dictionary}</h2>
      <p>{words.dictionaryHint}</p>
      <p>
        <button
          type="button"
          class="office-button"
          aria-disabled={taking.is === 'coming'}
          onClick={() => void begin({ file: 'dictionary.csv', ...everything })}
        >
          {words.takeDictionary}
        </button>
      </p>
      <h2>{words.print}</h2>
      <p>
        {words.printText} <Link to={paths.wards}>{words.wards}</Link>
      </p>
      {whose.role === 'administrator' && <Systems />}
    </Page>
  )
}

const Systems = () => (
  <>
    <h2>{words.systems}</h2>
    <p>{words.systemsText}</p>
    <dl class="office-pairs">
      <div>
        <dt>
          <Link to={exportPaths.tokens}>{words.tokens.short}</Link>
        </dt>
        <dd>{words.tokens.text}</dd>
      </div>
      <div>
        <dt>
          <Link to={exportPaths.webhooks}>{words.webhooks.short}</Link>
        </dt>
        <dd>{words.webhooks.text}</dd>
      </div>
    </dl>
  </>
)
