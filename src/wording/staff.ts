// The words of what staff do to look after a tablet, in English for now. They come with the staff's screens.

import words from '../../locales/en/staff.json'

export { listWords, say, sayCount } from './gaps.ts'

/** Every word of the staff's part, by screen. */
export const staffWords = words
