// Screens that come late have their words and styles from the start in the tests that draw them by themselves.

import type { DetachedWindowAPI } from 'happy-dom'
import { vi } from 'vitest'
import { loadScreens } from '../../src/wording/words.ts'

const { happyDOM } = window as unknown as { readonly happyDOM: DetachedWindowAPI }
happyDOM.settings.disableCSSFileLoading = true
happyDOM.settings.handleDisabledFileLoadingAsSuccess = true

vi.mock('../../src/ui/late.css?url', () => ({ default: '/late.css' }))
vi.mock('../../src/ui/supporter.css?url', () => ({ default: '/supporter.css' }))

await loadScreens()
