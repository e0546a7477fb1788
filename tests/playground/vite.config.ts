// The playground on its own: `vite --config tests/playground/vite.config.ts`, then open /tests/playground/index.html.

import { join } from 'node:path'
import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'
import { pictures } from '../../src/build/pictures.ts'

export default defineConfig({
  plugins: [preact(), pictures(join(import.meta.dirname, '../../src/ui/pictures'))],
  build: { target: 'es2022', assetsInlineLimit: 0, rollupOptions: { input: 'tests/playground/index.html' } },
  cacheDir: 'node_modules/.cache/playground',
})
