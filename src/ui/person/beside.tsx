// Words with a picture beside them, where somebody chose pictures and plainer words; the words alone otherwise.

import type { ComponentChildren } from 'preact'
import { isEasy } from '../../wording/words.ts'
import { Pictured } from './bring.tsx'

interface BesideProps {
  /** A picture's name in src/ui/pictures. */
  readonly of: string
  readonly children: ComponentChildren
}

export const Beside = ({ of, children }: BesideProps) =>
  isEasy() ? (
    <span class="seen">
      <Pictured of={of} />
      <span>{children}</span>
    </span>
  ) : (
    children
  )
