// How the app is built for the browser, and how its tests run.

import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import preact from '@preact/preset-vite'
import type { Plugin } from 'vite'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'
import { ahead } from './src/build/ahead.ts'
import { apart, chunks } from './src/build/chunks.ts'
import { lighter } from './src/build/lighter.ts'
import { narrow } from './src/build/narrow.ts'
import { integrityOf, isPacked, packs } from './src/build/packs.ts'
import { pictures } from './src/build/pictures.ts'
import { approvedOnly, provenance } from './src/build/wordings.ts'

/** Where the app is built to. */
let dist = join(import.meta.dirname, 'dist')
const drawings = join(import.meta.dirname, 'src/ui/pictures')

/** Every precached file is fetched with its hash, so that a wrong one can't replace a right one; packs are not among them. */
const withIntegrity = <Entry extends { url: string }>(entries: Entry[]) => ({
  manifest: entries
    .filter(({ url }) => !isPacked(url))
    .map(entry => ({ ...entry, integrity: integrityOf(readFileSync(join(dist, entry.url))) })),
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
    globPatterns: ['index.html', 'packs.json', 'assets/*.{js,css,woff2,mp3}', '*.svg'],
    // English can be heard on every tablet.
    maximumFileSizeToCacheInBytes: 20_000_000,
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
  configResolved({ root, build }) {
    dist = resolve(root, build.outDir)
  },
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

/** A language's clips carry its name, so that they can be told from others. */
const named = ({ originalFileNames: [path = ''] }: { originalFileNames: string[] }): string => {
  const tag = /locales\/(\w+)\/clips\.mp3$/.exec(path)?.[1]
  return tag ? `assets/clips-${tag}-[hash][extname]` : 'assets/[name]-[hash][extname]'
}

/** `npm run build -- --approved-only`: no draft comes into the build. */
const approved = process.argv.includes('--approved-only') ? [approvedOnly(import.meta.dirname)] : []

const project = (name: string, include: string[], more: object = {}) => ({
  extends: true as const,
  test: { name, include, ...more },
})

export default defineConfig({
  plugins: [
    ...approved,
    provenance,
    lighter,
    preact(),
    pictures(drawings),
    apart,
    ahead,
    narrow,
    packs,
    pwa,
    compressed,
  ],
  // The builds of these two for today's engines: the same code, two kilobytes lighter.
  resolve: {
    alias: {
      dexie: 'dexie/dist/modern/dexie.mjs',
      'workbox-window': 'workbox-window/build/workbox-window.prod.mjs',
    },
  },
  build: {
    target: 'es2022',
    modulePreload: false,
    assetsInlineLimit: 0,
    manifest: true,
    // Slower than the usual minifier, and a kilobyte smaller on the slowest line.
    minify: 'terser',
    // i18next warns developers in words that weigh a kilobyte; nobody reads a console on a ward.
    terserOptions: { ecma: 2022, compress: { passes: 3, drop_console: true, pure_funcs: warnings } },
    rollupOptions: { output: { assetFileNames: named, codeSplitting: { groups: chunks } } },
  },
  test: {
    maxConcurrency: 2,
    // Journeys wait more than they work: two at a time leave no core idle.
    maxWorkers: 2,
    projects: [
      project(
        'rooms',
        [
          'tests/{instrument,form,envelope,results,improve,protocol,wording,exchange,speech,store,sync,tablet,run,walls,promises}/**/*.test.ts',
        ],
        { testTimeout: 30_000 },
      ),
      project('ui', ['tests/ui/**/*.test.tsx', 'tests/office/**/*.test.ts'], {
        environment: 'happy-dom',
        setupFiles: 'tests/ui/setup.ts',
        testTimeout: 30_000,
      }),
      project('server', ['tests/server/**/*.test.ts'], { testTimeout: 30_000, hookTimeout: 60_000 }),
      project('breaches', ['tests/breaches/**/*.test.ts'], { testTimeout: 300_000 }),
      project('journeys', ['tests/{journeys,engines}/**/*.test.ts'], {
        testTimeout: 300_000,
        hookTimeout: 120_000,
      }),
      project('faults', ['tests/faults/**/*.test.ts'], {
        testTimeout: 300_000,
        hookTimeout: 120_000,
        fileParallelism: false,
      }),
    ],
  },
})
