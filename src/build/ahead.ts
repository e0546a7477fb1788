// What comes before the first statement is asked for with the page itself, not one file after another. The office has a page
// of its own without it.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Plugin } from 'vite'

const link = /\s*<link rel="modulepreload"[^>]*>/g

/** Writes the links into index.html, and office.html beside it. */
export const ahead: Plugin = {
  name: 'ahead',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { bundle = {} }) {
      const first = Object.values(bundle).find(file => file.type === 'chunk' && file.name === 'first')
      if (first?.type !== 'chunk') throw new Error('ahead: there is no first chunk')
      const late = [first.fileName, ...first.imports].filter(file => !html.includes(file))
      const tags = late.map(file => ({
        tag: 'link',
        injectTo: 'head' as const,
        attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
      }))
      return { html, tags }
    },
  },
  writeBundle({ dir = 'dist' }) {
    const page = readFileSync(join(dir, 'index.html'), 'utf8')
    writeFileSync(join(dir, 'office.html'), page.replace(link, ''))
  },
}
