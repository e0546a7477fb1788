// A drawing as a file, made in the page, or a sheet of paper. It stands in the record of changes before it leaves: as every export.

import { useState } from 'preact/hooks'
import type { Shown } from '../../../office/outlets.ts'
import type { Drawn } from '../../../protocol/outlets.ts'
import { officeWords, resultsWords } from '../../../wording/office.ts'
import { useDesk } from '../desk.ts'
import { Done, Refused } from '../notice.tsx'
import { useTrying } from '../trying.ts'
import { paint } from './paint.ts'

const words = resultsWords.save

/** A picture has so many points for one of its drawing: sharp on paper too. */
const SHARP = 2

interface SaveProps {
  /** What is to be saved, as it is now. */
  drawing(): SVGSVGElement | null
  /** What it is of. */
  readonly shown: Shown
  /** Of the file, without its ending. */
  readonly name: string
  readonly print?: () => void
}

export function Save({ drawing, shown, name, print }: SaveProps) {
  const { office, heed } = useDesk()
  const { refusal, attempt } = useTrying()
  const [failed, fail] = useState(false)
  const leave = async (as: Drawn, out: () => void) => {
    fail(false)
    if (await attempt(() => heed(office.outlets.files.note(shown, as)))) out()
  }
  const asDrawing = () => {
    const drawn = drawing()
    if (!drawn) return
    const file = new Blob([textOf(drawn)], { type: 'image/svg+xml' })
    void leave('svg', () => download(file, `${name}.svg`))
  }
  const asPicture = () => {
    const drawn = drawing()
    const canvas = drawn && paint(drawn, SHARP)
    if (!canvas) return fail(true)
    const save = (file: Blob | null) =>
      file ? void leave('png', () => download(file, `${name}.png`)) : fail(true)
    canvas.toBlob(save, 'image/png')
  }
  return (
    <div class="office-noprint office-save">
      <p class="office-row">
        {print && (
          <button type="button" class="office-button" onClick={() => void leave('paper', print)}>
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
      <p class="office-quiet">{words.logged}</p>
      {refusal !== undefined && <p class="office-notice">{words.unwritten}</p>}
      <Refused refusal={refusal} />
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
