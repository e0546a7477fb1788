// As whom somebody comes in: a role, each with what it may, and the services that are theirs.

import { useState } from 'preact/hooks'
import { type MemberRequest, type MemberView, type Role, roles } from '../../../protocol/accounts.ts'
import type { ServiceView } from '../../../protocol/office.ts'
import { accountWords } from '../../../wording/office.ts'
import { Tick } from '../choice.tsx'

const words = accountWords.people

/** What is chosen so far. */
export interface As {
  readonly role: Role | undefined
  readonly all: boolean
  readonly some: readonly string[]
}

type Gap = 'role' | 'some'

export interface Asking {
  readonly as: As
  readonly gap: Gap | undefined
  change(part: Partial<As>): void
  /** What is chosen, when it is enough; else the gap is shown and has the focus. */
  given(): MemberRequest | undefined
}

/** The choice of a form, which begins with what somebody is now, or with nothing. */
export function useAs(now?: Pick<MemberView, 'role' | 'services'>): Asking {
  const [as, set] = useState<As>({
    role: now?.role,
    all: now?.services === 'all',
    some: now && now.services !== 'all' ? now.services : [],
  })
  const [gap, setGap] = useState<Gap>()
  return {
    as,
    gap,
    change: part => set(old => ({ ...old, ...part })),
    given() {
      const { role, all, some } = as
      const lacks =
        role === undefined ? 'role' : needs(role) && !all && some.length === 0 ? 'some' : undefined
      setGap(lacks)
      if (role !== undefined && !lacks) return { role, services: needs(role) && !all ? [...some] : 'all' }
      document.getElementById(lacks === 'role' ? 'as-administrator' : 'services-all')?.focus()
      return undefined
    },
  }
}

// An administrator has all services, whatever is said.
const needs = (role: Role): boolean => role !== 'administrator'

export function AsFields({ asking, services }: { asking: Asking; services: readonly ServiceView[] }) {
  const { as, gap, change } = asking
  const turn = (id: string) => (on: boolean) =>
    change({ some: on ? [...as.some, id] : as.some.filter(one => one !== id) })
  return (
    <>
      <fieldset>
        <legend>{words.role}</legend>
        {gap === 'role' && <Gap>{words.roleWrong}</Gap>}
        {roles.map(role => (
          <Radio
            key={role}
            id={`as-${role}`}
            name="as"
            label={accountWords.roles[role]}
            hint={accountWords.may[role]}
            on={as.role === role}
            choose={() => change({ role })}
          />
        ))}
      </fieldset>
      {as.role !== undefined && needs(as.role) && (
        <fieldset>
          <legend>{words.for}</legend>
          {gap === 'some' && <Gap>{words.someWrong}</Gap>}
          <Radio
            id="services-all"
            name="services"
            label={words.all}
            on={as.all}
            choose={() => change({ all: true })}
          />
          <Radio
            id="services-some"
            name="services"
            label={words.some}
            on={!as.all}
            choose={() => change({ all: false })}
          />
          {!as.all && (
            <div class="office-as-services">
              {services.map(({ id, name }) => (
                <Tick key={id} id={`service-${id}`} label={name} on={as.some.includes(id)} turn={turn(id)} />
              ))}
            </div>
          )}
        </fieldset>
      )}
    </>
  )
}

const Gap = ({ children }: { children: string }) => (
  <p class="office-notice" role="alert">
    {children}
  </p>
)

interface RadioProps {
  readonly id: string
  readonly name: string
  readonly label: string
  readonly hint?: string
  readonly on: boolean
  choose(): void
}

function Radio({ id, name, label, hint, on, choose }: RadioProps) {
  return (
    <div class="office-choice">
      <input
        type="radio"
        id={id}
        name={name}
        checked={on}
        onChange={choose}
        aria-describedby={hint && `${id}-hint`}
      />
      <label for={id}>{label}</label>
      {hint && (
        <p id={`${id}-hint`} class="office-quiet">
          {hint}
        </p>
      )}
    </div>
  )
}
