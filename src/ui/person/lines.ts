// What stands on the screen as lines to read, in reading order; never what was chosen, unless it is asked for.

import { base } from '../../speech/speaks.ts'

/** One line: its words and their language, the text nodes that they stand in, and the element that holds them. */
export interface Line {
  readonly text: string
  readonly language: string
  readonly nodes: readonly Text[]
  readonly element: Element
}

/**
 * What is never read: what nobody sees, small print, and names of languages, which have buttons. What tells an answer,
 * or only that a tap is being kept, says so by `data-quiet`.
 */
const QUIET =
  '[hidden],[aria-hidden="true"],.visually-hidden,.progress,.cite,.credit,footer,.review button,' +
  '.option[lang],details:not([open])>:not(summary),svg,script,style'

/** Answers that stand on the look-back page: read when the person asks for them. */
const ANSWER = '[data-quiet="answer"]'

/** What begins a line although it may be drawn inside one. */
const OWN = 'button,label,legend,small,summary,.stem,.statement,.line'

/** On a question: what it says and its answers in their order, the same whatever is chosen and whatever was noted. */
const QUESTION = '.lead,.question h1,.other,.means,[role="radiogroup"]'

/** The lines of a page in one language; with the RRN's English, which stands on pages of every language, as English. */
export function linesOf(page: Element, language: string, answers = false): Line[] {
  const lines: Line[] = []
  let nodes: Text[] = []
  let said = base(language)
  const cut = (element: Element) => {
    const text = nodes.map(node => node.data).join('')
    if (text.trim()) lines.push({ text, language: said, nodes, element })
    nodes = []
  }
  const visit = (element: Element) => {
    if (quiet(element, language, answers)) return
    const around = said
    const own = isOwn(element) || saidIn(element, around) !== around
    if (own) cut(element.parentElement ?? element)
    said = saidIn(element, around)
    for (const node of element.childNodes) {
      if (node instanceof Text) nodes.push(node)
      else if (node instanceof Element) visit(node)
    }
    if (own) cut(element)
    said = around
  }
  for (const part of partsOf(page)) {
    visit(part)
    cut(part)
  }
  return lines
}

/** The card is the one screen that speaks of Skip and Help: there the four are read after it. */
function partsOf(page: Element): Iterable<Element> {
  if (page.querySelector('.question')) return page.querySelectorAll(QUESTION)
  const bar = page.matches('.card') ? document.querySelector('.bar') : null
  return bar ? [page, bar] : [page]
}

function quiet(element: Element, language: string, answers: boolean): boolean {
  if (element.matches(QUIET)) return true
  if (element.matches('[data-quiet]')) return !(answers && element.matches(ANSWER))
  if (![base(language), 'en'].includes(saidIn(element, 'en'))) return true
  return getComputedStyle(element).display === 'none'
}

/** In which language an element is, where another stands around it. */
const saidIn = (element: Element, around: string): string => base(element.getAttribute('lang') ?? around)

const isOwn = (element: Element): boolean =>
  element.matches(OWN) || !/^(inline|contents|$)/.test(getComputedStyle(element).display)

/** The stretch of the page on which a part of a line stands. Offsets as in the line's text. */
export function rangeOf({ nodes, element }: Line, start: number, end: number): Range {
  const range = element.ownerDocument.createRange()
  let from = 0
  for (const node of nodes) {
    const to = from + node.length
    if (start >= from && start < to) range.setStart(node, start - from)
    if (end > from && end <= to) range.setEnd(node, end - from)
    from = to
  }
  return range
}
