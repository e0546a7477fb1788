// What has changed: what people on this ward said, and what is done about it. Nothing of one person is on it.

import { useEffect, useState } from 'preact/hooks'
import * as v from 'valibot'
import { type ClosedBox, closedBox, heard, type OnTablet } from '../../protocol/heard.ts'
import type { Settings } from '../../protocol/tablet.ts'
import { type HeardWords, heardWords } from '../../wording/heard.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Beside } from './beside.tsx'
import type { Closing } from './close.tsx'
import { Answers } from './heardanswers.tsx'
import { Figures } from './heardfigures.tsx'
import { marksOf } from './heardwords.ts'

interface HeardProps extends Closing {
  readonly settings: Settings | undefined
}

export function Heard({ settings, close }: HeardProps) {
  const [figures, show] = useState(false)
  // What was being read aloud is not there any more.
  useEffect(() => {
    document.dispatchEvent(new Event('turned'))
  }, [figures])
  const words = heardWords()
  const told = known(heard, settings?.heard)
  const shut = known(closedBox, settings?.closed)
  if (figures && told) return <Figures release={told.release} words={words} back={() => show(false)} />
  return (
    <>
      <Heading of="changed">
        <span {...marksOf(words)}>{words.say('title')}</span>
      </Heading>
      {shut && <Shut box={shut} words={words} />}
      {told && <Answers told={told.told} words={words} />}
      <div class="onward">
        {told && <Onward words={words} release={told.release} show={() => show(true)} />}
        <Button kind="main" onPress={close}>
          {t('close')}
        </Button>
      </div>
    </>
  )
}

/** What a server said, as far as this version knows its shape. */
function known<T>(schema: v.GenericSchema<unknown, T>, value: unknown): T | undefined {
  const read = v.safeParse(schema, value)
  return read.success ? read.output : undefined
}

interface OnwardProps {
  readonly words: HeardWords
  readonly release: OnTablet['release']
  readonly show: () => void
}

const Onward = ({ words, release, show }: OnwardProps) =>
  Object.keys(release.items).length > 0 ? (
    <Button onPress={show}>
      <span {...marksOf(words)}>{words.say('people')}</span>
    </Button>
  ) : null

interface ShutProps {
  readonly box: ClosedBox
  readonly words: HeardWords
}

const Shut = ({ box, words }: ShutProps) => (
  <section class="shut" {...marksOf(words)}>
    {box.told && (
      <>
        <p>
          <Beside of="wait">{words.say('closed')}</Beside>
        </p>
        <p>
          <Beside of="advocate">{words.say('advocate')}</Beside>
        </p>
      </>
    )}
    {box.until && (
      <p>
        <Beside of="calendar">{words.say('until', { day: words.day(box.until) })}</Beside>
      </p>
    )}
    {box.erased && (
      <p>
        <Beside of="erased">{words.say('erased', { day: words.day(box.erased) })}</Beside>
      </p>
    )}
  </section>
)
