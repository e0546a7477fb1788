// The recorded clips of the languages on this tablet, for whoever wants to hear them.

import type { Book } from '../speech/clips.ts'
import { file } from '../sync/file.ts'
import { books, names, type Recorded } from '../wording/books.ts'

async function open(recorded: Promise<Recorded | undefined> | undefined): Promise<Book | undefined> {
  const found = await recorded
  return found && { clips: found.book.clips, sound: await file(found.url) }
}

/** A language's clips; undefined for a language that has none. Rejects when they are not here and can't be brought. */
export const clipsOf = (tag: string): Promise<Book | undefined> => open(books[tag]?.())

/** The names of the languages, each said in its own. */
export const nameClips = (): Promise<Book | undefined> => open(names())
