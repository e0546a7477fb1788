// An engine keeps a script that has one letter past Latin-1 in two bytes a letter. What every tablet loads has a few of them,
// so they are escaped: half of its memory. A language's own file stays as it is, where escapes would cost more than they save.

import type { Plugin } from 'vite'

const escaped = (letter: string): string => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`

/** Escapes them after minifying, which would write them out again. */
export const narrow: Plugin = {
  name: 'narrow',
  apply: 'build',
  enforce: 'post',
  renderChunk: {
    order: 'post',
    handler: (code, { name }) =>
      /^(?:lang|clips)-/.test(name) ? null : { code: code.replace(/[\u0100-\uffff]/g, escaped), map: null },
  },
}
