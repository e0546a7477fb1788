// The drawings of easy read, gathered at build: each is checked, and one without its source is refused.

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const drawn = ['path', 'circle', 'rect', 'line', 'polyline', 'ellipse', 'g']
const placed = 'd cx cy r rx ry x y x1 y1 x2 y2 width height points transform'.split(' ')
const worn = ['other', 'second', 'fill']
const opening = /^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 96 96">/
const told = ['shows', 'source', 'licence', 'author']

/** What stands between <svg> and </svg>, without its spaces. Throws when it is more than shapes in our classes. */
function inner(name: string, text: string): string {
  const refuse = (why: string): never => {
    throw new Error(`pictures: ${name}.svg ${why}`)
  }
  const all = text.replace(/>\s+</g, '><').trim()
  if (!opening.test(all) || !all.endsWith('</svg>')) refuse('is not one <svg> with a viewBox of 0 0 96 96')
  const markup = all.replace(opening, '').slice(0, -'</svg>'.length).replaceAll(' />', '/>')
  if (markup === '') refuse('is empty')
  if (/[^\s]/.test(markup.replace(/<[^<>]*>/g, ''))) refuse('has text in it')
  for (const [whole, element = '', attributes = ''] of markup.matchAll(/<\/?([^\s/>]*)([^<>]*?)\/?>/g)) {
    if (!drawn.includes(element)) refuse(`may not use <${element}>`)
    const rest = attributes.replace(/\s([^\s=]+)="([^"]*)"/g, (_, attribute: string, value: string) => {
      const allowed =
        attribute === 'class'
          ? value.split(' ').every(one => worn.includes(one))
          : placed.includes(attribute) && /^[-\d.,\sa-zA-Z()]+$/.test(value)
      return allowed ? '' : refuse(`may not have ${attribute}="${value}"`)
    })
    if (rest.trim()) refuse(`can't be read at ${whole}`)
  }
  return markup
}

/** Every picture of a folder by its name. Throws when one is wrong, or a picture and its manifest entry are not a pair. */
export function gather(folder: string): Record<string, string> {
  const manifest: Record<string, Record<string, unknown>> = JSON.parse(
    readFileSync(join(folder, 'manifest.json'), 'utf8'),
  )
  const files = readdirSync(folder).filter(file => file.endsWith('.svg'))
  const names = files.map(file => file.slice(0, -'.svg'.length)).sort()
  for (const name of Object.keys(manifest)) {
    if (!names.includes(name)) throw new Error(`pictures: ${name} is in the manifest and has no svg`)
  }
  const pictures: Record<string, string> = {}
  for (const name of names) {
    const entry = manifest[name]
    if (!entry) throw new Error(`pictures: ${name}.svg is not in the manifest`)
    const missing = told.filter(key => typeof entry[key] !== 'string' || entry[key] === '')
    if (missing.length > 0) throw new Error(`pictures: ${name} does not say its ${missing.join(', ')}`)
    pictures[name] = inner(name, readFileSync(join(folder, `${name}.svg`), 'utf8'))
  }
  return pictures
}

/** Gives `virtual:pictures`: every picture of the folder, or a build that fails and says why. */
export const pictures = (folder: string): Plugin => ({
  name: 'pictures',
  resolveId: id => (id === 'virtual:pictures' ? '\0pictures' : undefined),
  load: id => (id === '\0pictures' ? `export default ${JSON.stringify(gather(folder))}` : undefined),
})
