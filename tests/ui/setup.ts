// Screens that come late have their words from the start in the tests that draw them by themselves.

import { loadScreens } from '../../src/wording/words.ts'

await loadScreens()
