// What runs in every page alike before its own code: it passes by the screens before the first statement, says when that can
// be answered, and times a tap from the finger's leaving to the paint that shows the answer as chosen.

/** How a page is driven. Selectors are CSS; buttons are known by their words. */
export interface Way {
  /** Buttons that stand before the first statement, by what their screen is called here. */
  readonly before: Readonly<Record<string, string>>
  /** Whether the page says by `data-ready` that it works: one whose radio buttons stand in its HTML must. */
  readonly says: boolean
  /** What is around one answer, and what it matches when it shows as chosen. */
  readonly around: string
  readonly chosen: string
  /** What leads on to the next statement; '' where all stand on one page. */
  readonly onward: string
}

/** Milliseconds since the navigation began at which each screen was painted; `statement` is the first statement. */
export type Times = Readonly<Record<string, number>>

/** A point of the window, in CSS pixels. */
export interface Spot {
  readonly x: number
  readonly y: number
}

/** What the driver offers in the page as `window.bench`. */
export interface Driver {
  readonly arrived: Promise<Times>
  /** Where choice `c` of statement `n` is, counted from 0; its next tap is timed. */
  aim(n: number, c: number): Promise<Spot>
  /** Milliseconds that the tap took. */
  readonly took: () => Promise<number>
  /** Where the way on is, once it can be pressed. */
  next(): Promise<Spot>
  /** Once another statement than the one aimed at is shown. */
  readonly turned: () => Promise<void>
}

/** Runs in the page, alone: it may name nothing of this file. */
export function drive(way: Way): void {
  const frame = () => new Promise<number>(done => requestAnimationFrame(done))
  /** Once what this frame shows has been painted. */
  const painted = async () => {
    await frame()
    const { port1, port2 } = new MessageChannel()
    const told = new Promise<void>(done => {
      port1.onmessage = () => done()
    })
    port2.postMessage(0)
    await told
    port1.close()
  }
  const seen = (element: Element) => element.getClientRects().length > 0
  const around = (radio: Element) => radio.closest(way.around) ?? radio
  const radios = () => [...document.querySelectorAll('input[type=radio]')]
  const works = () => !way.says || document.documentElement.dataset.ready !== undefined
  const centre = (element: Element): { x: number; y: number } => {
    element.scrollIntoView({ block: 'center', behavior: 'instant' })
    const { x, y, width, height } = element.getBoundingClientRect()
    return { x: x + Math.min(width / 2, 40), y: y + height / 2 }
  }

  async function arrive(): Promise<Record<string, number>> {
    const times: Record<string, number> = {}
    const before = new Map(Object.entries(way.before))
    for (;;) {
      await frame()
      const buttons = before.size > 0 ? [...document.querySelectorAll('button')] : []
      const [name, words] =
        [...before].find(([, text]) => buttons.some(one => one.textContent === text)) ?? []
      if (name !== undefined) {
        await painted()
        times[name] = performance.now()
        before.delete(name)
        buttons.find(one => one.textContent === words)?.click()
      } else if (works() && radios().some(radio => seen(around(radio)))) {
        await painted()
        times.statement = performance.now()
        return times
      }
    }
  }

  let taken: Promise<number> = Promise.reject(new Error('nothing was aimed at'))
  taken.catch(() => undefined)
  let name: string | null = null
  const shown = () => radios().filter(radio => seen(around(radio)))

  Object.assign(window, {
    bench: {
      arrived: arrive(),
      async aim(n: number, c: number) {
        const radio = way.onward === '' ? radios()[3 * n + c] : shown()[c]
        if (!radio) throw new Error(`statement ${n + 1} has no choice ${c + 1}`)
        name = radio.getAttribute('name')
        const spot = centre(around(radio))
        // Nobody taps a statement in the moment in which it comes.
        await new Promise(done => setTimeout(done, 100))
        await painted()
        taken = new Promise<number>(done =>
          addEventListener(
            'pointerup',
            async ({ timeStamp }) => {
              do await frame()
              while (!around(radio).matches(way.chosen))
              const { port1, port2 } = new MessageChannel()
              port1.onmessage = () => done(performance.now() - timeStamp)
              port2.postMessage(0)
            },
            { once: true, capture: true },
          ),
        )
        return spot
      },
      took: () => taken,
      async next() {
        for (;;) {
          const button = document.querySelector(way.onward)
          if (button && seen(button)) return centre(button)
          await frame()
        }
      },
      async turned() {
        while (shown()[0]?.getAttribute('name') === name) await frame()
      },
    },
  })
}
