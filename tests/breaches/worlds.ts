// Breaches that only a generated world meets: schedules of faults, handovers, deploys, bad input.

import type { Breach } from './breach.ts'

const schedules = 'tests/faults/schedules.test.ts'

export const worlds: readonly Breach[] = [
  {
    promise: 3,
    breach: 'a restored server is offered nothing again',
    file: 'src/sync/standing.ts',
    find: 'known !== undefined && (known.epoch !== said.epoch',
    replace: 'known !== undefined && false && (known.epoch !== said.epoch',
    test: schedules,
    name: 'leave every form in one place',
  },
  {
    promise: 3,
    breach: 'a form that was taken back comes into its box when it arrives late',
    file: 'src/server/ingest.ts',
    find: 'const coming = arrivals.filter(one => !back.includes(one))',
    replace: 'const coming = arrivals.filter(one => !back.includes(one) || back.length > 0)',
    test: schedules,
    name: 'leave every form in one place',
  },
  {
    promise: 4,
    breach: 'the curtain falls once and never again for whoever is read to',
    file: 'src/tablet/idle.ts',
    find: "const signs = ['pointerdown', 'keydown', 'click'] as const",
    replace: "const signs = ['pointerdown', 'keydown'] as const",
    test: 'tests/tablet/idle.test.ts',
    name: 'falls again after a person who is read to',
  },
  {
    promise: 4,
    breach: 'the next person finds the size of the words of the last',
    file: 'src/ui/app.tsx',
    find: 'root.dataset.size = manner.size',
    replace: "if (manner.size !== 'normal') root.dataset.size = manner.size",
    test: 'tests/faults/handovers.test.ts',
    built: true,
  },
  {
    promise: 8,
    breach: 'a file that came cut short keeps its mended version out',
    file: 'src/service-worker.ts',
    find: "new Request(request, { cache: 'no-store' })",
    replace: 'request',
    test: 'tests/faults/deploys.test.ts',
    built: true,
  },
  {
    promise: 3,
    breach: 'a version that was not whole takes over',
    file: 'vite.config.ts',
    find: '.map(entry => ({ ...entry, integrity: integrityOf(readFileSync(join(dist, entry.url))) }))',
    replace: '.map(entry => ({ ...entry }))',
    test: 'tests/faults/deploys.test.ts',
    built: true,
  },
  {
    promise: 3,
    breach: 'an envelope of an earlier version is refused',
    file: 'src/envelope/header.ts',
    find: 'if (version < 1 || version > NEWEST)',
    replace: 'if (version < NEWEST || version > NEWEST)',
    test: 'tests/faults/versions.test.ts',
    built: true,
  },
  {
    promise: 1,
    breach: 'the browser keeps the chosen answer to restore it after a crash',
    file: 'src/ui/components/options.tsx',
    find: 'autocomplete="off"',
    replace: '',
    test: 'tests/journeys/states.test.ts',
    built: true,
  },
  {
    promise: 3,
    breach: 'bytes that are no envelope end the request that brings them',
    file: 'src/server/ingest.ts',
    find: "if (error instanceof EnvelopeError) return error.newer ? '422.6' : '422.1'",
    replace: "if (error instanceof EnvelopeError && error.newer) return '422.6'",
    test: 'tests/faults/bad.test.ts',
  },
]
