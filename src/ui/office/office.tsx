// The office's way in: takes the one-time link's token out of the address, and shows the pages.

import { render } from 'preact'
import { tokenOf } from '../../office/link.ts'
import { requests } from '../../office/requests.ts'
import { App } from './app.tsx'
import css from './office.css?url'

/** Shows the office in `root`. The token of a sign-in link leaves the address before anything else happens. */
export function mountOffice(root: HTMLElement): void {
  let waiting = fromAddress()
  const takeToken = () => {
    const token = waiting ?? fromAddress()
    waiting = undefined
    return token
  }
  dress(() => render(<App office={requests()} takeToken={takeToken} />, root))
}

/** Puts the office's own stylesheet on, then shows the page; without it the page is plain, but there. */
function dress(then: () => void): void {
  const link = document.createElement('link')
  link.rel = 'stylesheet'
  link.href = css
  link.onload = then
  link.onerror = then
  document.head.append(link)
}

function fromAddress(): string | undefined {
  const token = tokenOf(location.hash)
  if (token !== undefined) history.replaceState(null, '', location.pathname + location.search)
  return token
}
