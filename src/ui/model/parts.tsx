// One page of the booklet, part by part, as it is printed: nothing is put in another order, and nothing is drawn.

import type { ComponentChildren } from 'preact'
import type { Idea, Part } from '../../instrument/model.ts'
import { Equal } from './equal.tsx'

export interface PartsProps {
  readonly parts: readonly Part[]
  /** What stands under a tip or a leader's action, such as the way to begin something with it. */
  readonly beside?: ((idea: Idea) => ComponentChildren) | undefined
}

/** Every part of a page. */
export const Parts = ({ parts, beside }: PartsProps) => (
  <>
    {parts.map((part, n) => (
      // A page never changes: a part's place is its name.
      <One key={n} part={part} beside={beside} />
    ))}
  </>
)

function One({ part, beside }: { part: Part; beside: PartsProps['beside'] }) {
  switch (part.is) {
    case 'text':
      return (
        <p>
          <Marked text={part.text} />
        </p>
      )
    case 'equal':
      return <Equal of={part.of} />
    case 'powers':
      return (
        <>
          {part.of.map(({ id, title, text }) => (
            <section key={id} class="power" aria-labelledby={id}>
              <h2 id={id}>{title}</h2>
              <p>{text}</p>
            </section>
          ))}
          <p class="cite">{part.cite}</p>
        </>
      )
    case 'quote':
      return (
        <blockquote>
          <p>“{part.text}”</p>
          {part.cite && <footer>{part.cite}</footer>}
        </blockquote>
      )
    case 'list':
      return (
        <ul>
          {part.of.map(text => (
            <li key={text}>
              <Marked text={text} />
            </li>
          ))}
        </ul>
      )
    case 'ideas':
      return (
        <ol class="ideas">
          {part.of.map(idea => (
            <li key={idea.id} id={idea.id}>
              <p>{idea.text}</p>
              {beside?.(idea)}
            </li>
          ))}
        </ol>
      )
  }
}

/** A text in which *one star* stands for the booklet's italics, and **two** for what it sets bold. */
function Marked({ text }: { text: string }) {
  return (
    <>
      {text.split(/(\*+[^*]+\*+)/).map(piece => {
        if (piece.startsWith('**')) return <strong key={piece}>{piece.slice(2, -2)}</strong>
        return piece.startsWith('*') ? <cite key={piece}>{piece.slice(1, -1)}</cite> : piece
      })}
    </>
  )
}
