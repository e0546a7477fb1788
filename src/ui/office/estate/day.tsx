// The day of a box's next count, and the form that moves it: once, to a later day, while what it counts is not settled.

import { useState } from 'preact/hooks'
import type { BoxView, WardView } from '../../../protocol/office.ts'
import { dayWords, estateWords, listWords, say } from '../../../wording/office.ts'
import { Day } from '../day.tsx'
import { Link } from '../link.tsx'
import { Page, type Whose } from '../page.tsx'
import { Buttons } from './buttons.tsx'
import { estatePaths } from './places.ts'
import { useSaving } from './saving.ts'

const words = estateWords.move

export function DayPage({ ward, whose }: { ward: WardView; whose: Whose }) {
  const { nextCount, move } = ward.box
  const together = [ward.name, ...ward.countedWith]
  return (
    <Page title={say(words.title, { ward: ward.name })} {...whose}>
      <p class="office-lead">
        {say(words.stands, { day: dayWords(nextCount) })}{' '}
        {together.length > 1 && say(words.with, { wards: listWords(together) })}
      </p>
      <p>{words.why}</p>
      {move ? (
        <>
          <p>{say(words.may, { from: dayWords(move.from), to: dayWords(move.to) })}</p>
          <Move ward={ward.id} nextCount={nextCount} move={move} />
        </>
      ) : (
        <>
          <p>{words.stays}</p>
          <p>
            <Link to={estatePaths.outline}>{estateWords.back}</Link>
          </p>
        </>
      )}
    </Page>
  )
}

interface MoveProps {
  readonly ward: string
  readonly nextCount: string
  readonly move: NonNullable<BoxView['move']>
}

function Move({ ward, nextCount, move: { from, to } }: MoveProps) {
  const saving = useSaving()
  const [day, choose] = useState('')
  const [wrong, setWrong] = useState(false)
  const submit = async (event: Event) => {
    event.preventDefault()
    const bad = day < from || day > to
    setWrong(bad)
    if (bad) return document.getElementById('day')?.focus()
    return saving.save(({ estate }) => estate.moveCount(ward, day))
  }
  return (
    <form class="office-form" onSubmit={submit} noValidate>
      <Day
        id="day"
        label={words.label}
        hint={say(words.hint, { day: dayWords(nextCount) })}
        value={day}
        first={from}
        last={to}
        trouble={wrong ? say(words.wrong, { from: dayWords(from), to: dayWords(to) }) : undefined}
        change={choose}
      />
      <Buttons saving={saving} label={words.save} />
    </form>
  )
}
