// Shows what is being read without moving anything: on the words themselves, or else on their line.

import type { Span } from '../../speech/sentences.ts'
import { type Line, rangeOf } from './lines.ts'

/** What is marked: a sentence of a line, and the word of it that is being said, where that is known. */
export interface Marked {
  readonly line: Line
  readonly sentence: Span
  readonly word?: Span | undefined
}

let held: Element | undefined

/** Marks this and nothing else; nothing at all without it. */
export function mark(now?: Marked): void {
  held?.classList.remove('spoken')
  held = undefined
  if (!('highlights' in CSS)) {
    held = now?.line.element
    held?.classList.add('spoken')
    return
  }
  paint('spoken', now?.line, now?.sentence)
  paint('spoken-word', now?.line, now?.word)
}

function paint(name: string, line: Line | undefined, span: Span | undefined): void {
  if (line && span) CSS.highlights.set(name, new Highlight(rangeOf(line, span.start, span.end)))
  else CSS.highlights.delete(name)
}
