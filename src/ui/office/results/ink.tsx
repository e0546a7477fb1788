// What drawings to be saved are made of: their own colours, and lines of text broken by hand, since a drawing breaks none.

export const PAPER = '#ffffff'
export const INK = '#1f1b16'
export const QUIET = '#4f483f'
export const RULE = '#cfc6b6'
export const BAR = '#47403a'

/** Words in lines of about so many letters; a longer word has a line of its own. */
export function lines(text: string, letters: number): string[] {
  const found: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length >= letters) {
      found.push(line)
      line = word
    } else line = line === '' ? word : `${line} ${word}`
  }
  return line === '' ? found : [...found, line]
}

interface TextLinesProps {
  readonly x: number
  readonly y: number
  readonly size: number
  readonly text: readonly string[]
}

/** Lines one below the other. */
export function TextLines({ x, y, size, text }: TextLinesProps) {
  return (
    <g font-size={size}>
      {text.map((line, n) => (
        <text key={line} x={x} y={y + n * (size + 5)}>
          {line}
        </text>
      ))}
    </g>
  )
}
