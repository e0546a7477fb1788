// The office's way in: takes the one-time link's token out of the address, and shows the pages.

import { render } from 'preact'
import { tokenOf } from '../../office/link.ts'
import { requests } from '../../office/requests.ts'
import { App } from './app.tsx'
import '@fontsource-variable/atkinson-hyperlegible-next/wght.css'
import './office.css'
import './report.css'
import './wards.css'
import './print.css'

/** Shows the office in `root`. The token of a sign-in link leaves the address before anything else happens. */
export function mountOffice(root: HTMLElement): void {
  let waiting = fromAddress()
  const takeToken = () => {
    const token = waiting ?? fromAddress()
    waiting = undefined
    return token
  }
  render(<App office={requests()} takeToken={takeToken} />, root)
}

function fromAddress(): string | undefined {
  const token = tokenOf(location.hash)
  if (token !== undefined) history.replaceState(null, '', location.pathname + location.search)
  return token
}
