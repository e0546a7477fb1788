// Makes what the tablet loads lighter: what nobody calls is left out of three libraries before they are minified.

import type { Plugin } from 'vite'

/** A library without some of its parts. */
interface Slimming {
  readonly library: string
  /** Spaces before a method of a class, as the library's own build indents them. */
  readonly indent: number
  /** Methods that this product never calls, parted by spaces; whoever called one would be told so. */
  readonly uncalled: string
  /** Passages, each with what stands in its place. */
  readonly instead: readonly (readonly [passage: RegExp, by: string])[]
}

/** i18next without loading over a network, clones, plug-ins, formats, nesting, guesses, and words that are objects or missing. */
const i18next: Slimming = {
  library: '/i18next/dist/esm/i18next.js',
  indent: 2,
  uncalled:
    'addCached cloneInstance dir exists extendTranslation getFixedT getPluralFormsOfKey getSuffixes ' +
    'getUsedParamsDetails hydrate loadLanguages loadNamespaces loadOne loaded needsPlural prepareLoading queueLoad ' +
    'read reload reloadResources removeNamespaces removeResourceBundle saveMissing toJSON use',
  instead: [
    [/^class Formatter \{[\s\S]*?\n\}$/m, 'class Formatter { format(v) { return v } }'],
    [/^ {2}nest\(str[\s\S]*?\n {2}\}$/m, '  nest(str) { return str }'],
    // What is left of a key that nothing is found for is the key itself, as it always was.
    [
      /^ {4}const returnDetails = opt\.[\s\S]*?\n {4}return res;$/m,
      'const found = this.resolve(keys, opt)\n' +
        'return this.interpolator.interpolate(found?.res ?? keys.at(-1), opt, this.language, opt)',
    ],
    [/^ {2}hasLoadedNamespace\([\s\S]*?\n {2}\}$/m, '  hasLoadedNamespace() { return true }'],
  ],
}

/**
 * Dexie without live queries, hooks and what tells other tabs of a write: nothing here watches the database. What
 * writes, reads, flushes and opens again is as it was.
 */
const dexie: Slimming = {
  library: '/dexie/dist/modern/dexie.mjs',
  indent: 4,
  uncalled:
    'aboveOrEqual anyOfIgnoreCase below belowOrEqual bulkAdd bulkDelete bulkGet bulkUpdate distinct eachPrimaryKey ' +
    'eachUniqueKey equalsIgnoreCase firstKey inAnyRange last lastKey mapToClass noneOf notEqual or orderBy sortBy ' +
    'startsWithAnyOf startsWithAnyOfIgnoreCase startsWithIgnoreCase uniqueKeys until upsert waitFor',
  instead: [
    [/^ +this\.use\((?:cache|observability|hooks)Middleware\);$/gm, ''],
    [/^ {4}(?:liveQuery|extendObservabilitySet|getObjectDiff: getObjectDiff),$/gm, ''],
    [/^if \(typeof dispatchEvent [\s\S]*?\n\}$/m, ''],
    [/^if \(typeof BroadcastChannel [\s\S]*?\n\}$/m, ''],
    [/^ +propagateLocally\(\{ all: .*$/m, ''],
    [/^function propagateLocally[\s\S]*?\n\}$/m, ''],
  ],
}

/** HPKE as a sender has it, on one curve: nothing on a tablet opens an envelope, or makes a key from anything but chance. */
const hpke: readonly Slimming[] = [
  {
    library: '/@hpke/core/esm/src/cipherSuiteNative.js',
    indent: 4,
    uncalled: 'createRecipientContext open _keyScheduleR',
    instead: [],
  },
  {
    library: '/@hpke/common/esm/src/kems/dhkem.js',
    indent: 4,
    uncalled: 'serializePrivateKey deserializePrivateKey importKey deriveKeyPair decap',
    instead: [],
  },
  {
    library: '/@hpke/common/esm/src/kems/dhkemPrimitives/ec.js',
    indent: 4,
    uncalled:
      'serializePrivateKey deserializePrivateKey importKey deriveKeyPair derivePublicKey _importJWK ' +
      '_deserializePkcs8Key _derivePublicKeyWithoutJwkExport',
    instead: [[/^ +this\._(?:order|bitmask|pkcs8AlgId|curveParams) = .*;$/gm, '']],
  },
]

/** Throws where the library, in a later version, has not what is to go. */
function slim(code: string, { library, indent, uncalled, instead }: Slimming): string {
  const methods = uncalled.split(' ').map(name => {
    const body = `^( {${indent}}(?:async )?${name}\\()[^\\n]*\\) \\{\\n[\\s\\S]*?\\n {${indent}}\\}$`
    return [RegExp(body, 'gm'), `$1) { throw Error() }`] as const
  })
  return [...methods, ...instead].reduce((text, [passage, by]) => {
    if (text.search(passage) < 0) throw new Error(`lighter: ${passage} is not in ${library} any more`)
    return text.replace(passage, by)
  }, code)
}

/**
 * Three things that a browser gets for nothing: Vite's helper that would load styles before a chunk (ours come with the
 * page, or by their own address), a stand-in for Node's crypto, which HPKE asks for only where there is no other, and
 * the parts of libraries that wait for somebody to call them.
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
  transform(code, id) {
    const slimming = [i18next, dexie, ...hpke].find(({ library }) => id.endsWith(library))
    return slimming && slim(code, slimming)
  },
}
