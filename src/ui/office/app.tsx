// The office: who is here, which page, and what every page is handed.

import { useCallback, useEffect, useMemo, useState } from 'preact/hooks'
import type { Arrival } from '../../office/link.ts'
import type { Office } from '../../office/office.ts'
import { officeWords as words } from '../../wording/office.ts'
import { InvitationPage } from './accounts/invitation.tsx'
import { type Desk, DeskContext } from './desk.ts'
import { Page } from './page.tsx'
import { Pages } from './pages.tsx'
import { routeOf } from './route.ts'
import { type Away, SignIn } from './signin.tsx'
import { arrive, isOver, type Standing } from './standing.ts'

interface AppProps {
  readonly office: Office
  /** Takes what somebody arrives with out of the address; undefined when there is nothing. */
  takeArrival(): Arrival | undefined
  /** Goes to another site, to come back to this page. */
  leave(url: string): void
}

export function App({ office, takeArrival, leave }: AppProps) {
  const [standing, stand] = useState<Standing>({ is: 'arriving' })
  const [path, setPath] = useState(location.pathname)

  const come = useCallback(
    async (arrival: Arrival | undefined) => {
      stand({ is: 'arriving' })
      stand(await arrive(office, arrival))
    },
    [office],
  )

  useEffect(() => {
    void come(takeArrival())
    const moved = () => {
      setPath(location.pathname)
      const arrival = takeArrival()
      if (arrival !== undefined) void come(arrival)
    }
    window.addEventListener('popstate', moved)
    window.addEventListener('hashchange', moved)
    return () => {
      window.removeEventListener('popstate', moved)
      window.removeEventListener('hashchange', moved)
    }
  }, [come, takeArrival])

  const desk = useMemo(() => deskOf(office, stand, setPath), [office])
  if (standing.is === 'arriving') return <Page title={words.wait}>{null}</Page>
  const ways = { office, leave, enter: () => void come(undefined) }
  if (standing.is === 'invited') return <InvitationPage token={standing.token} {...ways} />
  if (standing.is === 'away') {
    const { why, with: arrival } = standing
    return <SignIn why={why} tryAgain={mayTryAgain(why) ? () => void come(arrival) : undefined} {...ways} />
  }
  return (
    <DeskContext.Provider value={desk}>
      <Pages key={path} route={routeOf(path)} overview={standing.overview} />
    </DeskContext.Provider>
  )
}

// A spent link stays spent, and who was not invited is not; everything else may pass.
const mayTryAgain = (why: Away) => !['plain', 'ended', 'left', '401.3', '403.7', 'other'].includes(why)

function deskOf(office: Office, stand: (standing: Standing) => void, setPath: (path: string) => void): Desk {
  const desk: Desk = {
    office,
    async heed(asked) {
      const outcome = await asked
      if (!outcome.done && isOver(outcome.refusal)) stand({ is: 'away', why: 'ended' })
      return outcome
    },
    go(path) {
      history.pushState(null, '', path)
      setPath(path)
    },
    async refresh() {
      const looked = await desk.heed(office.look.overview())
      if (!looked.done) return undefined
      stand({ is: 'in', overview: looked.value })
      return looked.value
    },
    async signOut() {
      // Whatever comes of it, this screen shows nothing more; without the server, the cookie outlives the page.
      const left = await office.session.signOut()
      stand({ is: 'away', why: left.done || isOver(left.refusal) ? 'left' : left.refusal })
    },
  }
  return desk
}
