// Screens that come late have their words from the start in the tests that draw them by themselves; no test sees styles.

import { configure } from '@testing-library/preact'
import { vi } from 'vitest'
import { loadScreens } from '../../src/wording/words.ts'

vi.mock('../../src/ui/components/dress.ts', () => ({ dress: async () => undefined }))

// A busy machine takes longer than a second to bring a screen.
configure({ asyncUtilTimeout: 5000 })

await loadScreens()
