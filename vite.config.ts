// How the app is built for the browser, and how its tests run.

import preact from '@preact/preset-vite'
import { defineConfig } from 'vitest/config'

const project = (name: string, include: string[], more: object = {}) => ({
  extends: true as const,
  test: { name, include, ...more },
})

export default defineConfig({
  plugins: [preact()],
  build: { target: 'es2022', modulePreload: { polyfill: false }, assetsInlineLimit: 0, manifest: true },
  test: {
    maxConcurrency: 2,
    projects: [
      project('rooms', [
        'tests/{instrument,form,envelope,results,protocol,wording,store,sync,tablet,run,walls,promises}/**/*.test.ts',
      ]),
      project('ui', ['tests/ui/**/*.test.tsx', 'tests/office/**/*.test.ts'], { environment: 'happy-dom' }),
      project('server', ['tests/server/**/*.test.ts'], { testTimeout: 30_000, hookTimeout: 60_000 }),
      project('breaches', ['tests/breaches/**/*.test.ts'], { testTimeout: 300_000 }),
      project('journeys', ['tests/{journeys,faults,engines}/**/*.test.ts'], {
        testTimeout: 300_000,
        hookTimeout: 120_000,
        fileParallelism: false,
      }),
    ],
  },
})
