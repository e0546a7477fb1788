// Breaches planted in what people see, and in how the app is built and sent.

import type { Breach } from './breach.ts'

const promises = 'tests/ui/person/promises.test.tsx'
const precache = { test: 'tests/journeys/precache.test.ts', built: true } as const
const headers = { file: 'src/server/headers.ts', test: 'tests/promises/watched.test.ts' } as const

export const screens: readonly Breach[] = [
  {
    promise: 4,
    breach: 'the next person meets the size that the last one chose',
    file: 'src/ui/app.tsx',
    find: "if (scene.at !== 'card') choose(undefined)",
    replace: '',
    test: promises,
    name: 'forgets how it looked',
  },
  {
    promise: 5,
    breach: 'Stop offers to erase first',
    file: 'src/ui/person/stop.tsx',
    find: '<ul class="choices">',
    replace: '<ul class="choices"><li><button>{t(\'stop.erase\')}</button></li>',
    test: 'tests/ui/person/journey.test.tsx',
    name: 'never puts Erase first',
  },
  {
    promise: 5,
    breach: 'Skip is not there',
    file: 'src/ui/person/bar.tsx',
    find: "{four && <One icon={<SkipIcon />} words={t('bar.skip')} press={four.skip} tell={tell} />}",
    replace: '',
    test: promises,
    name: 'has Skip, Stop, Help and Pause',
  },
  {
    promise: 7,
    breach: 'statements stand in an order of ours, like a league table',
    file: 'src/ui/office/report.tsx',
    find: 'return text && cells ? [{ id, n: n + 1, text, cells, topic }] : []\n  })',
    replace: 'return text && cells ? [{ id, n: n + 1, text, cells, topic }] : []\n  }).reverse()',
    test: 'tests/ui/office/office.test.tsx',
    name: 'because no answer is better than another',
  },
  {
    promise: 8,
    breach: 'the code of the tablet is not kept for when there is no network',
    file: 'vite.config.ts',
    find: "'assets/*.{js,css,woff2}'",
    replace: "'assets/*.{css,woff2}'",
    ...precache,
    name: 'every part of the tablet',
  },
  {
    promise: 8,
    breach: 'a sign-in page can take the place of the app',
    file: 'vite.config.ts',
    find: 'manifestTransforms: [withIntegrity]',
    replace: 'manifestTransforms: []',
    ...precache,
    name: 'with its hash',
  },
  {
    promise: 9,
    breach: 'another place learns that the tablet is opened',
    file: 'index.html',
    find: '</head>',
    replace: '<script src="https://example.org/watch.js"></script></head>',
    ...precache,
    name: 'asks no other place',
  },
  {
    promise: 9,
    breach: 'scripts of anybody may run',
    ...headers,
    find: "-src 'self'",
    replace: '-src *',
    name: 'only from ourselves',
  },
  {
    promise: 9,
    breach: 'the tablet may look through its camera',
    ...headers,
    find: "const onTablet = permissions(['screen-wake-lock'])",
    replace: "const onTablet = permissions(['screen-wake-lock', 'camera'])",
    name: 'nothing of the tablet but to stay awake',
  },
  {
    promise: 10,
    breach: 'Welcome is silent about what was said and not answered',
    file: 'src/ui/person/welcome.tsx',
    find: '{settings?.told && <p class="note">{t(\'welcome.told\', { day: dayWords(settings.told, false) })}</p>}',
    replace: '',
    test: promises,
    name: 'nobody has answered yet',
  },
  {
    promise: 11,
    breach: 'Help leaves out the advocate',
    file: 'src/ui/person/aside.tsx',
    find: 'contactKinds.map(',
    replace: 'contactKinds.slice(1).map(',
    test: promises,
    name: 'names all five',
  },
]
