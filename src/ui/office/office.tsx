// The office's way in: takes what somebody arrives with out of the address, and shows the pages.

import { render } from 'preact'
import { arrivalOf } from '../../office/link.ts'
import { requests } from '../../office/requests.ts'
import { App } from './app.tsx'
import css from './office.css?url'

/** Shows the office in `root`. The secret of a link leaves the address before anything else happens. */
export function mountOffice(root: HTMLElement): void {
  comeBack()
  let waiting = fromAddress()
  const takeArrival = () => {
    const arrival = waiting ?? fromAddress()
    waiting = undefined
    return arrival
  }
  dress(() => render(<App office={requests()} takeArrival={takeArrival} leave={leave} />, root))
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

function fromAddress() {
  const arrival = arrivalOf(location.hash)
  if (arrival !== undefined) history.replaceState(null, '', location.pathname + location.search)
  return arrival
}

const PAGE = 'equal-voice-page'

/** To the organisation's own sign-in. It sends everybody back to the first page, so the page is kept, for this tab alone. */
function leave(url: string): void {
  sessionStorage.setItem(PAGE, location.pathname)
  location.assign(url)
}

function comeBack(): void {
  const page = sessionStorage.getItem(PAGE)
  sessionStorage.removeItem(PAGE)
  if (page?.startsWith('/office/')) history.replaceState(null, '', page + location.hash)
}
