// Charts by keyboard: Tab comes to a chart once, the arrow keys go from part to part.

/** What a part of a chart carries so that `rove` finds it; Tab comes to the first. In a drawing, attributes know capitals. */
export const roves = (first: boolean) => ({ tabindex: first ? 0 : -1, 'data-rove': '' }) as const

/** Where each key goes from a place among so many. */
const keys: Readonly<Record<string, (at: number, many: number) => number>> = {
  ArrowDown: at => at + 1,
  ArrowRight: at => at + 1,
  ArrowUp: at => at - 1,
  ArrowLeft: at => at - 1,
  Home: () => 0,
  End: (_, many) => many - 1,
}

/** Moves the focus among the parts of whatever hears the key; Tab comes back to where it was last. */
export function rove(event: KeyboardEvent): void {
  const chart = event.currentTarget
  if (!(chart instanceof Element)) return
  const parts = [...chart.querySelectorAll<SVGElement>('[data-rove]')]
  const at = parts.findIndex(part => part.matches(':focus'))
  const next = parts[keys[event.key]?.(at, parts.length) ?? -1]
  if (at < 0 || next === undefined) return
  event.preventDefault()
  for (const part of parts) part.setAttribute('tabindex', part === next ? '0' : '-1')
  next.focus()
}
