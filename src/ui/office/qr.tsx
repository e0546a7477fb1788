// A link as a QR code, drawn as one path: black on white in every theme, since cameras read nothing else for sure.

import { useMemo } from 'preact/hooks'
import { encode } from 'uqr'

/** Modules of white around it, as the standard asks. */
const QUIET = 4

export function Qr({ text, title }: { text: string; title: string }) {
  const { size, data } = useMemo(() => encode(text, { ecc: 'M', border: QUIET }), [text])
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
  return (
    <svg class="office-qr" role="img" aria-labelledby="qr-title" viewBox={`0 0 ${size} ${size}`}>
      <title id="qr-title">{title}</title>
      <rect class="office-qr-light" width={size} height={size} />
      <path class="office-qr-dark" d={path.join('')} />
    </svg>
  )
}
