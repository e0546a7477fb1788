// The pictures of easy read: every statement has one, each says whose it is, and a wrong one stops the build.

import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { cleanup, render, waitFor } from '@testing-library/preact'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { gather } from '../../src/build/pictures.ts'
import { evaluation } from '../../src/instrument/evaluation.ts'
import { Picture } from '../../src/ui/components/picture.tsx'
import manifest from '../../src/ui/pictures/manifest.json' with { type: 'json' }

const folder = 'src/ui/pictures'
afterEach(cleanup)

describe('the pictures', () => {
  it('show every statement and its stem, so that nobody meets words alone', () => {
    const pictures = gather(folder)
    const wanted = ['task', ...evaluation.items.map(({ id }) => id)]
    expect(wanted.filter(name => !pictures[name])).toEqual([])
  })

  it('are each another drawing, so that no two statements look the same', () => {
    const drawings = Object.values(gather(folder))
    expect(new Set(drawings).size).toBe(drawings.length)
  })

  it('say what they show and whose they are, so that others may use them too', () => {
    for (const [name, { shows, source, licence, author }] of Object.entries(manifest)) {
      expect(shows, name).toMatch(/^[A-Z].+\.$/)
      expect([source, licence, author]).toEqual([
        'drawn for this product',
        'CC-BY-4.0',
        'Equal Voice contributors',
      ])
    }
  })
})

describe('a picture on a screen', () => {
  it('has its box before its drawing, so that no word moves when it comes', async () => {
    const { container } = render(<Picture of="eval-16" />)
    const box = container.querySelector('svg.picture')
    expect(box?.getAttribute('viewBox')).toBe('0 0 96 96')
    expect(box?.getAttribute('aria-hidden')).toBe('true')
    expect(box?.innerHTML).toBe('')
    await waitFor(() => expect(box?.querySelectorAll('path').length).toBeGreaterThan(0))
  })

  it('changes with the statement at once, so that no picture stands beside another one’s words', async () => {
    const { container, rerender } = render(<Picture of="eval-16" />)
    await waitFor(() => expect(container.querySelector('path')).not.toBeNull())
    const before = container.innerHTML
    rerender(<Picture of="eval-20" />)
    expect(container.innerHTML).not.toBe(before)
    expect(container.querySelector('circle')).not.toBeNull()
  })

  it('stays an empty box when there is no such drawing: the words stand by themselves', () => {
    const { container } = render(<Picture of="nothing" />)
    expect(container.querySelector('svg')?.innerHTML).toBe('')
  })
})

describe('the build', () => {
  let copy: string
  beforeEach(async () => {
    copy = await mkdtemp(join(tmpdir(), 'equal-voice-pictures-'))
    await cp(folder, copy, { recursive: true })
  })
  afterEach(() => rm(copy, { recursive: true, force: true }))

  const svg = (inside: string, more = '') =>
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 96 96"${more}>${inside}</svg>`
  const draw = (inside: string, more?: string) => writeFile(join(copy, 'wait.svg'), svg(inside, more))

  it('takes what is right', async () => {
    await draw('\n  <g class="other">\n    <path class="fill" d="M8 8h-1.5" />\n  </g>\n')
    expect(gather(copy).wait).toBe('<g class="other"><path class="fill" d="M8 8h-1.5"/></g>')
  })

  it.each([
    ['a script', '<script>alert(1)</script>'],
    ['a script that closes itself', '<script href="x" />'],
    ['styles', '<style>path{fill:red}</style>'],
    ['a style of its own', '<path style="fill:red" d="M8 8" />'],
    ['a colour of its own', '<path fill="red" d="M8 8" />'],
    ['another weight of line', '<path stroke-width="1" d="M8 8" />'],
    ['a class that is not of the family', '<path class="seal" d="M8 8" />'],
    ['an id, which might be there twice', '<path id="a" d="M8 8" />'],
    ['a link', '<path href="https://example.org" d="M8 8" />'],
    ['something that another file draws', '<use href="#a" />'],
    ['a handler', '<path onload="alert(1)" d="M8 8" />'],
    ['a handler without quotes', '<path onload=alert(1) d="M8 8" />'],
    ['a page inside', '<foreignObject><p>Hello</p></foreignObject>'],
    ['letters, which need a font and a language', '<text x="8" y="8">A</text>'],
    ['words between the shapes', '<path d="M8 8" />Hello'],
    ['a bracket that does not close', '<path d="M8 8" /><script'],
    ['nothing', ''],
  ])('refuses a picture with %s', async (_what, inside) => {
    await draw(inside)
    expect(() => gather(copy)).toThrow('wait.svg')
  })

  it('refuses another frame and a handler on it', async () => {
    await draw('<path d="M8 8" />', ' onload="alert(1)"')
    expect(() => gather(copy)).toThrow('wait.svg')
  })

  it('refuses a picture that is in no manifest: nobody would know whose it is', async () => {
    await writeFile(join(copy, 'found.svg'), svg('<path d="M8 8" />'))
    expect(() => gather(copy)).toThrow('found.svg is not in the manifest')
  })

  it('refuses an entry without a picture: a screen would show an empty box', async () => {
    await rm(join(copy, 'wait.svg'))
    expect(() => gather(copy)).toThrow('wait is in the manifest and has no svg')
  })

  it.each(['shows', 'source', 'licence', 'author'])(
    'refuses a picture that does not say its %s',
    async key => {
      const told = JSON.parse(await readFile(join(copy, 'manifest.json'), 'utf8'))
      told.wait[key] = ''
      await writeFile(join(copy, 'manifest.json'), JSON.stringify(told))
      expect(() => gather(copy)).toThrow(`wait does not say its ${key}`)
    },
  )
})
