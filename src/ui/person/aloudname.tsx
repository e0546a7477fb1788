// The name of a language, heard in that language: offered only where something can say it.

import { useEffect, useState } from 'preact/hooks'
import type { Book } from '../../speech/clips.ts'
import { namesEngine } from '../../speech/offer.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Icon } from '../components/icons.tsx'

type Namer = ReturnType<typeof namesEngine>

export interface NamesProps {
  /** The languages by their own names. */
  readonly languages: readonly { readonly tag: string; readonly name: string }[]
  /** Brings the clips of the names; undefined where there are none. */
  readonly clips: () => Promise<Book | undefined>
}

/** A button beside each language that can be heard, in their order; nothing for a language that can't. */
export function HearNames({ languages, clips }: NamesProps) {
  const [engine, bring] = useState<Namer | undefined>()
  useEffect(() => {
    let here = true
    let mine: Namer | undefined
    clips().then(
      book => {
        if (!here || !book) return
        mine = namesEngine(book)
        bring(mine)
      },
      () => undefined,
    )
    return () => {
      here = false
      mine?.hush()
    }
  }, [])
  return (
    <>
      {languages.map(({ tag, name }) =>
        engine?.can(name) ? (
          <Button key={tag} label={t('welcome.hear', { name })} onPress={() => engine.say(name)}>
            <SoundIcon />
          </Button>
        ) : (
          // Its place stays empty: the buttons stand in a grid beside the names.
          <span key={tag} />
        ),
      )}
    </>
  )
}

const SoundIcon = () => (
  <Icon of="line">
    <path d="M8 19h7l10-8v26l-10-8H8zM32 18a9 9 0 0 1 0 12M37 12a17 17 0 0 1 0 24" />
  </Icon>
)
