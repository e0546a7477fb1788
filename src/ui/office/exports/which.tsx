// Of which services something is: all, or those that are ticked.

import { useState } from 'preact/hooks'
import type { ServiceView } from '../../../protocol/office.ts'
import { exportWords } from '../../../wording/office.ts'
import { Tick } from '../choice.tsx'

const words = exportWords.services

export interface Which {
  readonly all: boolean
  readonly some: readonly string[]
  readonly wrong: boolean
  set(all: boolean, some: readonly string[]): void
  /** What is chosen; undefined while it is nothing, which is then said and has the focus. */
  given(): 'all' | string[] | undefined
}

/** The choice of a form, which begins with nothing. */
export function useWhich(): Which {
  const [{ all, some }, set] = useState<{ all: boolean; some: readonly string[] }>({ all: false, some: [] })
  const [wrong, setWrong] = useState(false)
  return {
    all,
    some,
    wrong,
    set: (all, some) => set({ all, some }),
    given() {
      const lacks = !all && some.length === 0
      setWrong(lacks)
      if (lacks) document.getElementById('services-all')?.focus()
      return lacks ? undefined : all ? 'all' : [...some]
    },
  }
}

export function WhichServices({ which, services }: { which: Which; services: readonly ServiceView[] }) {
  const { all, some, wrong, set } = which
  return (
    <fieldset>
      <legend>{words.legend}</legend>
      {wrong && (
        <p class="office-notice" role="alert">
          {words.wrong}
        </p>
      )}
      <Tick id="services-all" label={words.all} on={all} turn={on => set(on, some)} />
      {!all &&
        services.map(({ id, name }) => (
          <Tick
            key={id}
            id={`service-${id}`}
            label={name}
            on={some.includes(id)}
            turn={on => set(false, on ? [...some, id] : some.filter(one => one !== id))}
          />
        ))}
    </fieldset>
  )
}
