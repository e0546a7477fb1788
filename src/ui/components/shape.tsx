// The shape that stands for a waiting form, which says nothing of what is in it.

const shapes = {
  circle: 'M48 12a36 36 0 1 0 0 72a36 36 0 1 0 0-72z',
  square: 'M16 16h64v64H16z',
  triangle: 'M48 12 88 82H8z',
  diamond: 'M48 8 88 48 48 88 8 48z',
  star: 'M48 8l12 27 29 3-22 19 7 29-26-15-26 15 7-29L7 38l29-3z',
  moon: 'M62 10a40 40 0 1 0 24 56A34 34 0 0 1 62 10z',
} as const

interface ShapeProps {
  readonly of: keyof typeof shapes
  readonly colour: string
}

export const Shape = ({ of, colour }: ShapeProps) => (
  <svg class={`shape ${colour}`} viewBox="0 0 96 96" aria-hidden="true">
    <path d={shapes[of]} />
  </svg>
)
