// What can be chosen on the page, in groups: the choices first, then what leads on, then the rest, then the bar.

/** A group of choices, and what the frame stands around when it is on all of them. */
export interface Group {
  readonly frame: Element
  readonly items: readonly HTMLElement[]
}

const kinds = ['[role="radiogroup"], fieldset, .options', '.onward', 'section, ul, ol, p', 'nav, .switches']

/** The element that belongs together with a choice, and how soon its turn comes. */
function home(item: Element): { readonly frame: Element; readonly rank: number } {
  const bar = item.closest('nav, .switches')
  if (bar) return { frame: bar, rank: 3 }
  for (const [rank, kind] of kinds.entries()) {
    const frame = item.closest(kind)
    if (frame) return { frame, rank }
  }
  return { frame: item, rank: 2 }
}

const shown = (item: HTMLElement): boolean => !item.closest('[hidden]')

/** The groups of the page as it stands now, in the order of the frame. */
export function groupsOf(root: ParentNode): Group[] {
  const found = new Map<Element, { rank: number; items: HTMLElement[] }>()
  for (const item of root.querySelectorAll<HTMLElement>('button, input, a[href], summary')) {
    if (!shown(item)) continue
    const { frame, rank } = home(item)
    const group = found.get(frame) ?? { rank, items: [] }
    group.items.push(item)
    found.set(frame, group)
  }
  return [...found]
    .sort(([, one], [, other]) => one.rank - other.rank)
    .map(([frame, { items }]) => ({ frame, items }))
}

/** What the frame stands around for one choice: the whole tile of a radio button or a checkbox. */
export const tileOf = (item: HTMLElement): Element => item.closest('label') ?? item
