// A drawing as a file, made in the page: no server is asked, and nothing leaves but into the reader's own downloads.

import { useState } from 'preact/hooks'
import { officeWords, resultsWords } from '../../../wording/office.ts'
import { Done } from '../notice.tsx'
import { paint } from './paint.ts'

const words = resultsWords.save

/** A picture has so many points for one of its drawing: sharp on paper too. */
const SHARP = 2

interface SaveProps {
  /** What is to be saved, as it is now. */
  drawing(): SVGSVGElement | null
  /** Of the file, without its ending. */
  readonly name: string
  readonly print?: () => void
}

export function Save({ drawing, name, print }: SaveProps) {
  const [failed, fail] = useState(false)
  const asDrawing = () => {
    const drawn = drawing()
    if (drawn) download(new Blob([textOf(drawn)], { type: 'image/svg+xml' }), `${name}.svg`)
  }
  const asPicture = () => {
    const drawn = drawing()
    const canvas = drawn && paint(drawn, SHARP)
    if (!canvas) return fail(true)
    canvas.toBlob(blob => (blob ? download(blob, `${name}.png`) : fail(true)), 'image/png')
  }
  return (
    <div class="office-noprint office-save">
      <p class="office-row">
        {print && (
          <button type="button" class="office-button" onClick={print}>
            {words.print}
          </button>
        )}
        <button type="button" class="office-button" onClick={asDrawing}>
          {words.svg}
        </button>
        <button type="button" class="office-button" onClick={asPicture}>
          {words.png}
        </button>
      </p>
      <Done>{failed ? words.failed : undefined}</Done>
    </div>
  )
}

/** The drawing as a file's text: what the page alone needs of it is left out. */
export function textOf(drawing: SVGSVGElement): string {
  const copy = drawing.cloneNode(true) as SVGSVGElement
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg')
  for (const part of [copy, ...copy.querySelectorAll('*')])
    for (const name of ['class', 'tabindex', 'data-rove']) part.removeAttribute(name)
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`
}

function download(blob: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(blob)
  link.download = `${officeWords.name} ${name}`
  link.click()
  // Once the browser has begun to read it.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
