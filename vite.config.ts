// How the app is built for the browser, and how its tests run.

import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import preact from '@preact/preset-vite'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { chunks } from './src/build/chunks.ts'
import { lighter } from './src/build/lighter.ts'
import { pictures } from './src/build/pictures.ts'

const dist = join(import.meta.dirname, 'dist')
const drawings = join(import.meta.dirname, 'src/ui/pictures')

/** Every precached file is fetched with its hash, so that a wrong one can't replace a right one. */
const withIntegrity = <Entry extends { url: string }>(entries: Entry[]) => ({
  manifest: entries.map(entry => {
    const hash = createHash('sha384')
      .update(readFileSync(join(dist, entry.url)))
      .digest('base64')
    return { ...entry, integrity: `sha384-${hash}` }
  }),
})

const pwa = VitePWA({
  strategies: 'injectManifest',
  srcDir: 'src',
  filename: 'service-worker.ts',
  injectRegister: false,
  manifest: {
    id: '/',
    name: 'Equal Voice',
    short_name: 'Equal Voice',
    description: 'People on hospital wards say how staff share power with them.',
    lang: 'en-GB',
    start_url: '/',
    display: 'standalone',
    background_color: '#f7f2e8',
    theme_color: '#f7f2e8',
    icons: [
      { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  },
  injectManifest: {
    globPatterns: ['index.html', 'assets/*.{js,css,woff2}', '*.svg'],
    // The office is for a desktop with a network; a tablet never loads it.
    globIgnores: ['assets/office-*'],
    manifestTransforms: [withIntegrity],
  },
})

/** Text is compressed once, here, as hard as it goes. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  enforce: 'post',
  closeBundle: {
    order: 'post',
    sequential: true,
    handler() {
      for (const file of readdirSync(dist, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|html|svg|json|webmanifest)$/.test(file)) continue
        const text = readFileSync(join(dist, file))
        writeFileSync(join(dist, `${file}.br`), brotliCompressSync(text))
        writeFileSync(join(dist, `${file}.gz`), gzipSync(text, { level: 9 }))
      }
    },
  },
}

const warnings = ['warn', 'error', 'log', 'once', 'deprecate'].flatMap(name => [
  `this.logger.${name}`,
  `baseLogger.${name}`,
])

const project = (name: string, include: string[], more: object = {}) => ({
  extends: true as const,
  test: { name, include, ...more },
})

export default defineConfig({
  plugins: [lighter, preact(), pictures(drawings), pwa, compressed],
  // Dexie's build for today's engines: the same code, a kilobyte lighter.
  resolve: { alias: { dexie: 'dexie/dist/modern/dexie.mjs' } },
  build: {
    target: 'es2022',
    modulePreload: false,
    assetsInlineLimit: 0,
    manifest: true,
    // Slower than the usual minifier, and a kilobyte smaller on the slowest line.
    minify: 'terser',
    // i18next warns developers in words that weigh a kilobyte; nobody reads a console on a ward.
    terserOptions: { ecma: 2022, compress: { passes: 3, drop_console: true, pure_funcs: warnings } },
    rollupOptions: { output: { codeSplitting: { groups: chunks } } },
  },
  test: {
    maxConcurrency: 2,
    projects: [
      project('rooms', [
        'tests/{instrument,form,envelope,results,protocol,wording,speech,store,sync,tablet,run,walls,promises}/**/*.test.ts',
      ]),
      project('ui', ['tests/ui/**/*.test.tsx', 'tests/office/**/*.test.ts'], {
        environment: 'happy-dom',
        setupFiles: 'tests/ui/setup.ts',
      }),
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
