// The moments of a form on its screen, and those of the disk beneath it, on one clock: seconds since 1970.

/** What happened on the screen: a finger was lifted, Continue could be pressed, or another heading stood there. */
export interface Moment {
  readonly is: 'tap' | 'kept' | 'screen'
  readonly at: number
  /** What was tapped, or the heading. */
  readonly what: string
}

/** A flush of a file. */
export interface Flush {
  readonly began: number
  readonly ended: number
  readonly file: string
}

export interface Span {
  readonly from: number
  readonly to: number
}

/** Notes every moment in `window.moments`. Runs in the page, before the app. */
export function note(): void {
  const moments: Moment[] = []
  Object.assign(window, { moments })
  const add = (is: Moment['is'], what: string) =>
    moments.push({ is, at: (performance.timeOrigin + performance.now()) / 1000, what })
  addEventListener(
    'click',
    ({ target }) => {
      const pressed = target instanceof Element ? target.closest('input, button') : null
      if (pressed)
        add('tap', pressed instanceof HTMLInputElement ? pressed.type : (pressed.textContent ?? ''))
    },
    { capture: true },
  )
  let was = ''
  let could = true
  const look = () => {
    const heading = document.querySelector('h1')?.textContent ?? ''
    if (heading !== was) add('screen', heading)
    was = heading
    const main = document.querySelector('.onward .main')
    const can = main !== null && main.getAttribute('aria-disabled') === null
    if (can && !could) add('kept', heading)
    could = can
  }
  const all = { subtree: true, childList: true, attributes: true, characterData: true }
  new MutationObserver(look).observe(document, all)
}

/** From each tap on something called so to the next such moment on a screen that is called so. */
export function spans(moments: readonly Moment[], tapped: RegExp, is: Moment['is'], screen: RegExp): Span[] {
  return moments.flatMap((one, n) => {
    if (one.is !== 'tap' || !tapped.test(one.what)) return []
    const then = moments.slice(n + 1).find(other => other.is === is && screen.test(other.what))
    return then ? [{ from: one.at, to: then.at }] : []
  })
}

/** The flushes that strace tells of (-f -ttt -y); one that was interrupted by another process ends where it is resumed. */
export function flushes(trace: string): Flush[] {
  const open = new Map<string, { began: number; file: string }>()
  const found: Flush[] = []
  for (const line of trace.split('\n')) {
    const [, pid = '', at = '', rest = ''] = /^(\d+)\s+([\d.]+) (.*)$/.exec(line) ?? []
    const file = /^(?:fsync|fdatasync|sync_file_range|msync)\(\d*<?([^>]*)>/.exec(rest)?.[1]
    if (file !== undefined) open.set(pid, { began: Number(at), file })
    const begun = open.get(pid)
    if (begun && /= 0$/.test(rest)) {
      found.push({ ...begun, ended: Number(at) })
      open.delete(pid)
    }
  }
  return found
}
