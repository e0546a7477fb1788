// The frame of every page: its title, its heading with the focus on it, and what the demonstration must say.

import type { ComponentChildren } from 'preact'
import { useEffect, useRef } from 'preact/hooks'
import type { Role } from '../../protocol/accounts.ts'
import { officeWords as words } from '../../wording/office.ts'

/** What a page needs to say whose office this is, and who is here. */
export interface Whose {
  readonly demonstration: boolean
  readonly organisation: string
  readonly role: Role
  readonly tools: ComponentChildren
}

interface PageProps {
  readonly title: string
  /** In the browser's tab, when the heading alone would not say enough. */
  readonly tab?: string
  readonly demonstration?: boolean
  readonly organisation?: string
  readonly role?: Role
  readonly tools?: ComponentChildren
  readonly children: ComponentChildren
}

/** One page of the office. Focus moves to its heading when the page changes, so that it is read out. */
export function Page({ title, tab = title, demonstration, organisation, role, tools, children }: PageProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${tab} · ${words.name}, ${words.place.toLowerCase()}`
    heading.current?.focus({ preventScroll: true })
    window.scrollTo(0, 0)
  }, [tab])
  return (
    <div class="office">
      <a class="office-skip" href="#page">
        {words.skip}
      </a>
      <header>
        {demonstration && <p class="office-demonstration">{words.demonstration}</p>}
        <div class="office-head">
          <p class="office-name">
            <Mark />
            <span>
              {words.name} <span class="office-place">{organisation ?? words.place}</span>
              {role === 'advocate' && <span class="office-place">{words.advocate.place}</span>}
            </span>
          </p>
          {tools}
        </div>
      </header>
      <main id="page" class="office-page" tabIndex={-1}>
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {children}
      </main>
    </div>
  )
}

/** Two equal shapes that meet. */
function Mark() {
  return (
    <svg class="office-mark" viewBox="0 0 40 24" width="40" height="24" aria-hidden="true" focusable="false">
      <path d="M19.25 1 A11 11 0 0 0 19.25 23 Z" />
      <path d="M20.75 1 A11 11 0 0 1 20.75 23 Z" />
    </svg>
  )
}
