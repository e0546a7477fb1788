// The walls of the house: which room may import which. The table is docs/architecture.md's, line for line.

const pure = ['instrument', 'form', 'results', 'improve', 'protocol', 'wording']
const rooms = {
  instrument: [],
  form: ['instrument'],
  envelope: ['instrument', 'form'],
  results: ['instrument', 'form', 'envelope'],
  improve: ['instrument', 'results'],
  protocol: ['instrument', 'envelope', 'results', 'improve'],
  wording: ['instrument'],
  exchange: ['instrument', 'form', 'results', 'improve', 'wording'],
  speech: ['wording'],
  store: [...pure, 'envelope'],
  sync: ['store', 'envelope', 'protocol'],
  tablet: [...pure, 'envelope', 'speech', 'store', 'sync'],
  office: [...pure, 'envelope'],
  build: [],
  'ui/pictures': [],
  'ui/components': ['ui/pictures'],
  'ui/gate': ['tablet', ...pure, 'ui/components'],
  'ui/switches': [...pure, 'ui/components'],
  'ui/person': [
    ...['tablet', 'speech', ...pure, 'ui/components'],
    ...['ui/switches', 'ui/supporter', 'ui/gate', 'ui/learn'],
  ],
  'ui/supporter': ['tablet', 'speech', ...pure, 'ui/components'],
  'ui/shift': ['tablet', 'speech', ...pure, 'ui/components', 'ui/learn'],
  'ui/model': [...pure, 'ui/components'],
  'ui/learn': ['tablet', 'speech', ...pure, 'ui/components', 'ui/model'],
  'ui/office': ['office', ...pure, 'ui/components', 'ui/model'],
  server: [...pure, 'envelope', 'exchange'],
}

/** Whose stylesheet a screen puts on is no wall's matter. */
const wall = ([room, may]) => ({
  name: `the walls of ${room}`,
  severity: 'error',
  from: { path: `^src/${room}/` },
  to: { path: '^src/', pathNot: [...[room, ...may].map(other => `^src/${other}/`), '\\.css$'] },
})

/** A door: the only room that may import a package or a Node module. */
const door = (name, to, only) => ({
  name: `one door: ${name}`,
  severity: 'error',
  from: { path: '^src/', pathNot: only },
  to: { path: to },
})

module.exports = {
  forbidden: [
    ...Object.entries(rooms).map(wall),
    { name: 'no circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'nobody imports main', severity: 'error', from: {}, to: { path: '^src/(server/)?main\\.tsx?$' } },
    {
      name: 'nothing unresolved',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '^virtual:' },
    },
    {
      name: 'routes hold no SQL',
      severity: 'error',
      from: { path: '^src/server/routes/' },
      to: { path: '(^|/)(kysely|pg)/|^src/server/database/' },
    },
    door('Dexie', 'node_modules/dexie', '^src/store/'),
    door('HPKE', 'node_modules/@hpke', '^src/envelope/'),
    door(
      'the database',
      'node_modules/(kysely|pg)/|^(node:)?sqlite$',
      '^src/server/(database|queries|migrations)/',
    ),
    door('passkeys', 'node_modules/@simplewebauthn/', '^src/office/passkey\\.ts$'),
    door('better-auth', 'node_modules/(better-auth|@better-auth)/', '^src/server/accounts/'),
    door(
      'Node',
      '^(node:)?(fs|fs/promises|http|crypto|path|os|process|worker_threads)$',
      '^src/(server|build)/',
    ),
    door('locales', '^locales/', '^src/wording/'),
    {
      name: 'the product needs no tests',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^tests/' },
    },
    {
      name: 'the envelope is opened by the count alone',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(server/count/|envelope/)' },
      to: { path: '^src/(envelope/(open|unseal)|server/count/native)\\.ts$' },
    },
    {
      name: 'the envelope is sealed by the handover, and on paper by the office, alone',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(tablet/handover|office/paper|server/demonstration/|envelope/)' },
      to: { path: '^src/envelope/seal\\.ts$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'browser', 'default', 'types'],
    },
  },
}
