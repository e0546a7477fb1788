// The playground on its own: `vite --config tests/playground/vite.config.ts`, then open /tests/playground/index.html.

import preact from '@preact/preset-vite'
import { defineConfig } from 'vite'

export default defineConfig({
  plugins: [preact()],
  build: { target: 'es2022', assetsInlineLimit: 0, rollupOptions: { input: 'tests/playground/index.html' } },
  cacheDir: 'node_modules/.cache/playground',
})
