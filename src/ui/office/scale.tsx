// The scale that all bars of a table share: from no form to all of them.

import { scaleLinear } from 'd3-scale'

const TICKS = 4

/** Whole numbers of forms along the bars. Whoever hears the table hears its figures. */
export function Scale({ base }: { base: number }) {
  const along = scaleLinear([0, base], [0, 100])
  const middle = along.ticks(TICKS).filter(tick => Number.isInteger(tick) && tick > 0 && along(tick) < 88)
  return (
    <svg class="office-scale" width="100%" height="22" aria-hidden="true" focusable="false">
      {[0, ...middle, base].map(tick => (
        <g key={tick}>
          <line class="office-tick" x1={`${along(tick)}%`} x2={`${along(tick)}%`} y1="17" y2="22" />
          <text
            x={`${along(tick)}%`}
            y="13"
            text-anchor={tick === 0 ? 'start' : tick === base ? 'end' : 'middle'}
          >
            {tick}
          </text>
        </g>
      ))}
    </svg>
  )
}
