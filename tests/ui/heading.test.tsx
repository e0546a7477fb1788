// The heading of a screen has the focus as soon as it can be seen.

import { render } from 'preact'
import { expect, it } from 'vitest'
import { Heading } from '../../src/ui/components/heading.tsx'

it('has the focus before it is painted, so that a quick second key does not press what has gone', () => {
  const place = document.body.appendChild(document.createElement('main'))
  // Not through the testing library, which would wait for what comes after painting.
  render(<Heading of="first">First</Heading>, place)
  expect(document.activeElement).toBe(place.querySelector('h1'))
  render(null, place)
})
