// More about this: how it is kept private and whose the words are; and the door to the booklet's ideas, with which it comes.

import { useState } from 'preact/hooks'
import { source } from '../../instrument/source.ts'
import type { Settings } from '../../protocol/tablet.ts'
import { language, t } from '../../wording/words.ts'
import { Heading } from '../components/heading.tsx'
import { Learn } from '../learn/learn.tsx'
import { room as learning } from '../learn/room.ts'
import { Beside } from './beside.tsx'
import { Close, type Closing } from './close.tsx'

interface MoreProps extends Closing {
  readonly settings: Settings | undefined
}

/** The page, once its styles are on. */
export async function room(): Promise<typeof More> {
  await learning()
  return More
}

function More({ settings, close }: MoreProps) {
  const [open, change] = useState(false)
  if (open) return <Learn close={() => change(false)} />
  return (
    <>
      <Heading>{t('more.title')}</Heading>
      <h2>{t('more.private')}</h2>
      <p>{t('more.name')}</p>
      <p>
        <Beside of="thanks">{t('more.seal')}</Beside>
      </p>
      <p>
        <Beside of="count">
          {t('more.count')} {settings && t('more.least', { n: settings.threshold })}
        </Beside>
      </p>
      <p>
        {t('more.limit')} {t('more.limit2')}
      </p>
      <p>{t('more.watch')}</p>
      <h2>{t('more.words')}</h2>
      <p>
        <Beside of="original">
          {t('more.wordstext')} {t('more.alone')}
        </Beside>
      </p>
      <div lang={language() === 'en' ? undefined : 'en'} dir="ltr">
        <p class="cite">{source.citation}</p>
        <p class="cite">{source.licence}</p>
      </div>
      <Learn open={() => change(true)} />
      <Close close={close} />
    </>
  )
}
