// Makes what the tablet loads lighter: what nobody calls is left out of a library before it is minified.

import type { Plugin } from 'vite'

/** Parts of i18next's classes that this product never calls: loading over a network, clones, plug-ins, guesses. */
const uncalled = [
  'addCached|cloneInstance|dir|exists|getDataByLanguage|getFixedT|getPluralFormsOfKey|getSuffixes|getUsedParamsDetails',
  'hasLoadedNamespace|hydrate|loadLanguages|loadNamespaces|needsPlural|prepareLoading|queueLoad|read|reload',
  'reloadResources|removeNamespaces|removeResourceBundle|saveMissing|toJSON|use|loaded|loadOne',
]
  .join('|')
  .split('|')

/** The text without the body of a method, as i18next's own build indents it. Throws when there is no such method. */
function emptied(code: string, method: string): string {
  const body = new RegExp(`^( {2}${method}\\()[^\\n]*\\) \\{\\n[\\s\\S]*?\\n {2}\\}$`, 'gm')
  if (!body.test(code)) throw new Error(`lighter: i18next has no ${method} any more`)
  return code.replace(body, '$1) {}')
}

/** Replaces one passage of a library. Throws when it does not stand there any more. */
function replaced(code: string, passage: RegExp, by: string): string {
  if (!passage.test(code)) throw new Error(`lighter: i18next has no ${passage} any more`)
  return code.replace(passage, by)
}

function slim(code: string): string {
  const called = uncalled.reduce(emptied, code)
  const formatted = replaced(
    called,
    /^class Formatter \{[\s\S]*?\n\}$/m,
    'class Formatter { format(v) { return v } }',
  )
  return replaced(formatted, /^( {2}nest\(str)[^\n]*\{\n[\s\S]*?\n {2}\}$/m, '$1) { return str }')
}

/**
 * Three things that a browser gets for nothing: Vite's helper that would load styles before a chunk (ours come with the
 * page, or by their own address), a stand-in for Node's crypto, which HPKE asks for only where there is no other, and
 * the parts of i18next that wait for somebody to call them.
 */
export const lighter: Plugin = {
  name: 'lighter',
  apply: 'build',
  enforce: 'pre',
  resolveId: id => (id === 'crypto' ? '\0browser-crypto' : undefined),
  load(id) {
    if (id.includes('vite/preload-helper')) return 'export const __vitePreload = load => load()'
    if (id === '\0browser-crypto') return 'export const webcrypto = globalThis.crypto'
    return undefined
  },
  transform: (code, id) => (id.includes('/i18next/dist/esm/') ? slim(code) : undefined),
}
