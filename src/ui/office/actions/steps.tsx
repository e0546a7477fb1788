// What can happen to an action next, by where it is and who is here; each is asked once more, beside what people will read.

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Action, Event } from '../../../improve/action.ts'
import type { Role } from '../../../protocol/accounts.ts'
import { actionWords as words } from '../../../wording/office.ts'
import { StepForm, type StepProps } from './stepform.tsx'

type Kind = Event['type']

/** In the order in which they are offered: refusing last, and never as the easiest. */
function nextOf({ state }: Action, role: Role): readonly Kind[] {
  if (role === 'reader') return []
  const leads = role !== 'advocate'
  if (state === 'proposed') return leads ? ['change', 'word', 'refuse'] : ['agree', 'change']
  if (state === 'agreed') return leads ? ['start', 'refuse'] : []
  if (state === 'under way') return leads ? ['refuse'] : ['finish']
  return []
}

/** Whose turn it is, where it is somebody else's. */
function waitsFor({ state }: Action, role: Role): string | undefined {
  if (state === 'done' || state === 'refused') return words.next.over
  if (role === 'reader') return words.next.reads
  if (state === 'agreed') return role === 'advocate' ? words.next.waitsStart : undefined
  if (role === 'advocate') return undefined
  return state === 'proposed' ? words.next.waitsAgree : words.next.waitsFinish
}

export function Steps({ role, ...props }: Omit<StepProps, 'kind' | 'leave'> & { readonly role: Role }) {
  const [kind, choose] = useState<Kind>()
  const heading = useRef<HTMLHeadingElement>(null)
  const title = useRef<HTMLHeadingElement>(null)
  const before = useRef<Kind | undefined>(undefined)
  useEffect(() => {
    if (kind) heading.current?.focus()
    else if (before.current) title.current?.focus()
    before.current = kind
  }, [kind])
  const next = nextOf(props.action, role)
  const waits = waitsFor(props.action, role)
  return (
    <section class="office-next office-noprint" aria-labelledby="next">
      <h2 id="next" ref={title} tabIndex={-1}>
        {words.next.title}
      </h2>
      {waits && <p>{waits}</p>}
      {/* What somebody is writing stays, also when the action has moved on under it. */}
      {kind ? (
        <>
          <h3 ref={heading} tabIndex={-1}>
            {words.next[kind]}
          </h3>
          <StepForm key={kind} {...props} kind={kind} leave={() => choose(undefined)} />
        </>
      ) : (
        <p class="office-row">
          {next.map(one => (
            <button key={one} type="button" class="office-button" onClick={() => choose(one)}>
              {words.next[one]}
            </button>
          ))}
        </p>
      )}
    </section>
  )
}
