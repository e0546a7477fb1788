// Reading aloud: a quiet row of buttons that reads what stands on the screen, and only when it is asked to.

import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks'
import type { Book } from '../../speech/clips.ts'
import { type Offer, offer } from '../../speech/offer.ts'
import { createReader, type Reader, type Reading, speeds } from '../../speech/reader.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { stayAwake } from './aloudawake.ts'
import { mark } from './aloudmark.ts'
import { type Line, linesOf } from './lines.ts'

export interface AloudProps {
  readonly language: string
  /** One name for each screen and each wording of it: when it changes, the reading stops. */
  readonly place: string
  /** Whether this screen tells what was answered, so that it can be asked for. */
  readonly answers: boolean
  /** Brings the clips of a language; undefined where it has none. */
  readonly clips: (language: string) => Promise<Book | undefined>
}

const USUAL = speeds.indexOf(1)
const still: Reading = { is: 'still', unread: 0 }

export function Aloud({ language, place, answers, clips }: AloudProps) {
  const [offered, promise] = useState<Offer | 'none' | 'failed' | undefined>()
  const [now, tell] = useState<Reading>(still)
  const [speed, change] = useState(USUAL)
  const [first] = useState(place)
  const [tried, attempt] = useState(0)
  const reader = useRef<Reader>(undefined)
  const lines = useRef<readonly Line[]>([])
  const asked = useRef(false)

  // Checked before it is promised.
  useEffect(() => {
    let here = true
    let english: Offer | undefined
    promise(undefined)
    const begin = (can: Offer) => {
      reader.current = createReader(
        () => [...can.engines(), ...(english?.engines() ?? [])],
        next => {
          tell(next)
          const line = next.is === 'reading' ? lines.current[next.line] : undefined
          mark(next.is === 'reading' && line ? { ...next, line } : undefined)
        },
      )
    }
    const bring = (tag: string) => offer(tag, () => clips(tag))
    bring(language).then(
      can => {
        if (!here) return
        if (can) begin(can)
        promise(can ?? 'none')
      },
      () => here && promise('failed'),
    )
    // The RRN's own words are read in English on pages of every language. Without it they stand to be read.
    if (language !== 'en') {
      bring('en').then(
        can => {
          english = can
        },
        () => undefined,
      )
    }
    return () => {
      here = false
      reader.current?.stop()
      reader.current = undefined
    }
  }, [language, tried])

  // Nothing is read of a screen that is not there any more, and nothing that nobody looks at. Before the next paint.
  useLayoutEffect(() => {
    const stop = () => reader.current?.stop()
    const hide = () => document.hidden && stop()
    asked.current = false
    document.addEventListener('visibilitychange', hide)
    // Pages that stand in one place say so when they are turned.
    document.addEventListener('turned', stop)
    return () => {
      document.removeEventListener('visibilitychange', hide)
      document.removeEventListener('turned', stop)
      stop()
    }
  }, [place])

  const read = (withAnswers: boolean) => {
    const page = document.querySelector('.page:not([hidden])')
    if (!page) return
    asked.current = withAnswers
    lines.current = linesOf(page, language, withAnswers)
    reader.current?.pace(speeds[speed] ?? 1)
    reader.current?.read(lines.current)
  }
  // Whoever asks for the words on a supporter's board is read them from the first.
  useEffect(() => {
    const reread = () => read(false)
    document.addEventListener('reread', reread)
    return () => document.removeEventListener('reread', reread)
  })
  const pace = (by: 1 | -1) => {
    const next = Math.min(Math.max(speed + by, 0), speeds.length - 1)
    change(next)
    reader.current?.pace(speeds[next] ?? 1)
  }

  const reading = now.is === 'reading'
  useEffect(() => (reading ? stayAwake() : undefined), [reading])

  if (!offered) return <div class="aloud" data-quiet />
  if (offered === 'none') {
    return (
      <p class="aloud" data-quiet>
        {t('aloud.only')}
      </p>
    )
  }
  if (offered === 'failed') {
    return (
      <div class="aloud" data-quiet>
        <Button onPress={() => attempt(tried + 1)}>{t('later.again')}</Button>
        <p>{t('later.text')}</p>
      </div>
    )
  }
  const unread = now.is === 'still' && now.unread > 0
  return (
    <section class="aloud" aria-label={t('aloud.name')} data-quiet>
      <Button onPress={() => (reading ? reader.current?.stop() : read(false))}>
        <span class="either">
          <span aria-hidden={reading}>{t('aloud.read')}</span>
          <span aria-hidden={!reading}>{t('aloud.stop')}</span>
        </span>
      </Button>
      <Button onPress={() => read(asked.current)}>{t('aloud.again')}</Button>
      <Button unavailable={speed === 0} onPress={() => pace(-1)}>
        {t('aloud.slower')}
      </Button>
      <Button unavailable={speed === speeds.length - 1} onPress={() => pace(1)}>
        {t('aloud.faster')}
      </Button>
      {answers && <Button onPress={() => read(true)}>{t('aloud.answers')}</Button>}
      {unread ? <p>{t('aloud.partly')}</p> : offered.by === 'clips' && <p>{t('aloud.computer')}</p>}
      {place === first && <p>{t('aloud.earphones')}</p>}
    </section>
  )
}
