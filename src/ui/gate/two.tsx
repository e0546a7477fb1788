// Two of the first twelve pictures: each can be chosen and let go again, and nothing happens until it is said.

import { useState } from 'preact/hooks'
import { GATE, GATE_OF, isGate } from '../../form/board.ts'
import type { Pair } from '../../form/form.ts'
import { t } from '../../wording/words.ts'
import { Button } from '../components/button.tsx'
import { Tick } from '../components/tick.tsx'
import { Board } from './board.tsx'

interface TwoProps {
  /** The id of the words that say what they are for. */
  readonly labelledBy: string
  /** The other way, without pictures. */
  readonly without: { readonly words: string; readonly note: string; readonly go: () => void }
  readonly go: (pictures: Pair) => void
}

export function Two({ labelledBy, without, go }: TwoProps) {
  const [chosen, choose] = useState<readonly number[]>([])
  const [pressed, press] = useState(false)
  const full = chosen.length === GATE
  const toggle = (n: number) => {
    if (chosen.includes(n)) choose(chosen.filter(one => one !== n))
    else if (!full) choose([...chosen, n])
  }
  const use = () => {
    const [one, other] = chosen
    if (one === undefined || other === undefined || !isGate(chosen)) press(true)
    else go([one, other])
  }
  return (
    <>
      <Board of={GATE_OF} labelledBy={labelledBy}>
        {({ n, name, picture }) => (
          <Tick
            key={n}
            label={name}
            picture={picture}
            on={chosen.includes(n)}
            word={t('chosen')}
            unavailable={full && !chosen.includes(n)}
            describedBy="chosen"
            onToggle={() => toggle(n)}
          />
        )}
      </Board>
      <div class="onward">
        <p id="chosen" class={pressed && !full ? 'why pressed' : 'why'} role="status">
          {pressed && !full ? t('gate.choose') : t('gate.count', { n: chosen.length })}
        </p>
        <Button describedBy="without" onPress={without.go}>
          {without.words}
        </Button>
        <Button kind="main" unavailable={!full} describedBy="chosen" onPress={use}>
          {t('gate.go')}
        </Button>
      </div>
      <p id="without">{without.note}</p>
    </>
  )
}
