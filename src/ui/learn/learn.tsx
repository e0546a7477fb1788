// The ideas behind the statements, in the booklet's own words: for people, and for staff at the end of a shift.

import { useEffect, useState } from 'preact/hooks'
import { chapters } from '../../instrument/model.ts'
import { learnWords } from '../../wording/learn.ts'
import { language, t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Heading } from '../components/heading.tsx'
import { Mark } from '../components/icons.tsx'
import { Booklet } from '../model/booklet.tsx'
import { Imprint } from '../model/imprint.tsx'

interface LearnProps {
  /** Opens the pages: then this is their door. */
  readonly open?: () => void
  readonly close?: () => void
}

export const Learn = ({ open, close }: LearnProps) => (
  <>
    {open && (
      <p class="ideas-door">
        <Button kind="quiet" onPress={open}>
          <Said what="title" />
        </Button>
      </p>
    )}
    {close && <Pages close={close} />}
  </>
)

function Pages({ close }: { readonly close: () => void }) {
  const [at, turn] = useState<number | undefined>()
  const chapter = at === undefined ? undefined : chapters[at]
  const more = at !== undefined && at + 1 < chapters.length
  // What was being read aloud is not there any more.
  useEffect(() => {
    document.dispatchEvent(new Event('turned'))
  }, [at])
  if (!chapter) return <Contents turn={turn} close={close} />
  return (
    <>
      <Booklet
        key={chapter.id}
        chapter={chapter}
        heading={<Heading>{chapter.title}</Heading>}
        says={<Apart />}
      />
      <div class="onward">
        <Button kind={more ? 'plain' : 'main'} onPress={() => turn(undefined)}>
          <Said what="contents" />
        </Button>
        {more && (
          <Button kind="main" onPress={() => turn(at + 1)}>
            <Said what="next" />
          </Button>
        )}
      </div>
    </>
  )
}

interface ContentsProps {
  readonly turn: (at: number) => void
  readonly close: () => void
}

const Contents = ({ turn, close }: ContentsProps) => (
  <>
    <Mark />
    <Heading>
      <Said what="title" />
    </Heading>
    <p class="lead">
      <Said what="own" />
    </p>
    <ul class="model pages" lang="en" dir="ltr">
      {chapters.map(({ id, title }, n) => (
        <li key={id}>
          <Button onPress={() => turn(n)}>{title}</Button>
        </li>
      ))}
    </ul>
    <p>
      <Said what="pictures" />
    </p>
    <Imprint says={<Apart />} />
    <div class="onward">
      <Button kind="main" onPress={close}>
        {t('close')}
      </Button>
    </div>
  </>
)

const Apart = () => (
  <>
    <p class="cite">{t('more.alone')}</p>
    <p class="cite">
      <Said what="asis" />
    </p>
  </>
)

/** A word of the frame, marked as English where the language has none of its own. */
function Said({ what }: { readonly what: keyof ReturnType<typeof learnWords>['words'] }) {
  const { lang, words } = learnWords()
  if (lang === language()) return words[what]
  return (
    <bdi lang={lang} dir="ltr">
      {words[what]}
    </bdi>
  )
}
