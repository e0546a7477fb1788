// Which module lands in which file. Few files, since each compresses by itself: what both wings share, what comes before
// the first statement, what comes after it, and one for each thing that only some people need.

import type { Plugin } from 'vite'

const after = [
  'ui/person/(?:aside|close|credit|drafts|ends|look|review|stop|topics|waits)',
  'ui/components/shape',
  'ui/switches/choose',
  'tablet/(?:beat|handover|line|shell|shift)',
  'store/(?:days|hours|mark|outbox)',
  'sync/',
  'envelope/(?:header|payload|probe|seal|slip|suite)',
  'wording/hard',
]

/** A mode's chunk has only what the mode needs: what others need too stands before it. */
const modes = [
  {
    name: 'aloud',
    test: /src\/(?:speech\/(?!speaks)|ui\/person\/(?:aloud|lines)|tablet\/clips|sync\/file|wording\/books)|locales\/names/,
  },
  { name: 'supporter', test: /src\/ui\/supporter\// },
  {
    name: 'gate',
    test: /src\/(?:ui\/gate\/|tablet\/slips|store\/withdrawals|sync\/withdraw)|en\/gate\.json/,
  },
  // Who is helping, and whose the words are that somebody chose.
  { name: 'ways', test: /src\/ui\/person\/(?:helping|whose)/ },
  { name: 'switches', test: /src\/ui\/switches\/(?!choose)/ },
  { name: 'pictures', test: /virtual:pictures|\0pictures|src\/ui\/(?:pictures\/|components\/picture\.)/ },
]

const office = 'ui/office|office|protocol|wording/(?:office|printed|provenance)|results|improve|main'

/** The file of each module; the first that fits takes it. */
export const chunks = [
  // The booklet's ideas: what both wings show of them, and the tablet's own pages, with More and what words mean.
  { name: 'model', test: /src\/(?:ui\/model\/|instrument\/(?:instruments|model|readiness))|en\/learn\.json/ },
  { name: 'learn', test: /src\/(?:ui\/learn\/|ui\/person\/(?:meaning|more)|wording\/learn)/ },
  // What has changed: the way to it with its words, which stands on Welcome, and the pages.
  { name: 'heard-door', test: /src\/(?:ui\/person\/heard(?:door|words)|wording\/heard)|en\/heard\.json/ },
  { name: 'heard', test: /src\/(?:ui\/person\/heard|protocol\/heard)/ },
  { name: 'common', test: /rolldown[/:]runtime|node_modules\/preact|src\/instrument\// },
  ...modes,
  { name: 'rescue', test: /src\/protocol\/rescue/ },
  // By its name, no tablet keeps it.
  { name: 'office-late', test: /src\/office\/(?:paper|rescue)/ },
  // Staff's screens and the office share it.
  { name: 'staff-words', test: /src\/wording\/gaps/ },
  {
    name: 'staff',
    test: /src\/ui\/shift\/|src\/protocol\/code|src\/tablet\/(?:enrolling|keep|health|rescue|wipe)|src\/sync\/enrol|src\/store\/(?:loss|rescue)|(?:wording|en)\/staff/,
  },
  { name: 'languages', test: /src\/(?:tablet\/packs|ui\/faces)/ },
  { name: 'protocol', test: /node_modules\/valibot|src\/protocol\/(?:contacts|paths|tablet)/ },
  {
    name: 'after',
    test: RegExp(`src/(?:${after.join('|')})|en/screens\\.json|@hpke|browser-crypto|workbox-window`),
  },
  {
    // English has its first words and its screens' in the files above.
    name: (id: string) => {
      const [, tag = '', clips] = /locales\/(\w+)\/(clips)?/.exec(id) ?? []
      return `${clips ?? 'lang'}-${tag}`
    },
    test: /locales\/(?!en\/(?:first|gate|heard|learn|screens))\w+\/(?:pack\.ts|wording\.json\?pack|clips\.(?:ts|json|mp3)|(?:first|screens|modes|gate|heard|learn|standard|easy|meanings|months)\.json)/,
  },
  {
    name: 'first',
    test: RegExp(`node_modules/(?:dexie|i18next)|en/first\\.json|ui/late\\.css|src/(?!${office}).*\\.tsx?$`),
  },
].map((chunk, n, { length }) => ({ ...chunk, includeDependenciesRecursively: false, priority: length - n }))

/** What comes before the first statement, and may wait for nothing else. */
const early = ['index', 'rolldown-runtime', 'common', 'protocol', 'first']

/** Fails a build in which something that is early waits for what comes later: one import would undo the parting. */
export const apart: Plugin = {
  name: 'apart',
  apply: 'build',
  generateBundle(_, bundle) {
    const names = new Map<string, string>()
    for (const chunk of Object.values(bundle)) {
      if (chunk.type === 'chunk') for (const id of chunk.moduleIds) names.set(id, chunk.name)
    }
    for (const [id, name] of names) {
      if (!early.includes(name)) continue
      for (const other of this.getModuleInfo(id)?.importedIds ?? []) {
        const later = names.get(other) ?? name
        if (!early.includes(later)) throw new Error(`apart: ${id} of ${name} waits for ${other} of ${later}`)
      }
    }
  },
}
