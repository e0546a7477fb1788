// What can be chosen on the page, in groups: the choices first, then what leads on, then the rest, then the bar.

/** A group of choices, and what the frame stands around when it is on all of them. */
export interface Group {
  readonly frame: Element
  readonly items: readonly HTMLElement[]
  /** What it does can't be undone: it is picked by two presses, though it is alone in its group. */
  readonly careful: boolean
}

const kinds = ['[role="radiogroup"], fieldset, .options', '.onward', '.choices li', 'section, ul, ol, p']

/** Staff's way in leads out of every mode: it is not for a switch. */
const staffs = '.hail'

/** The element that belongs together with a choice, and how soon its turn comes. */
function home(item: Element): { readonly frame: Element; readonly rank: number } {
  const bar = item.closest('nav, .switches')
  if (bar) return { frame: bar, rank: kinds.length }
  for (const [rank, kind] of kinds.entries()) {
    const frame = item.closest(kind)
    if (frame) return { frame, rank }
  }
  return { frame: item, rank: kinds.length - 1 }
}

/** The groups of the page as it stands now, in the order of the frame. */
export function groupsOf(root: ParentNode): Group[] {
  const found = new Map<Element, { rank: number; items: HTMLElement[] }>()
  for (const item of root.querySelectorAll<HTMLElement>('button, input, a[href], summary')) {
    if (item.closest('[hidden]') || item.closest(staffs)) continue
    const { frame, rank } = home(item)
    const group = found.get(frame) ?? { rank, items: [] }
    group.items.push(item)
    found.set(frame, group)
  }
  return [...found]
    .sort(([, one], [, other]) => one.rank - other.rank)
    .map(([frame, { items }]) => ({ frame, items, careful: frame.matches('.choices li') }))
}

/** What the frame stands around for one choice: the whole tile of a radio button or a checkbox. */
export const tileOf = (item: HTMLElement): Element => item.closest('label') ?? item

/** Whether two looks at a page found the same choices. */
export const sameGroups = (one: readonly Group[], other: readonly Group[]): boolean =>
  one.length === other.length &&
  one.every(({ frame, items }, n) => {
    const also = other[n]
    return (
      frame === also?.frame &&
      items.length === also.items.length &&
      items.every((item, i) => item === also.items[i])
    )
  })
