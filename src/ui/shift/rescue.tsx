// A rescue file: out of this tablet where there is never any signal, and in on another one of the ward.

import { useState } from 'preact/hooks'
import type { Brought, Keep, RescueFile } from '../../tablet/tablet.ts'
import { sayCount, staffWords } from '../../wording/staff.ts'
import { Button } from '../components/button.tsx'
import { English } from './english.tsx'

const { rescue: words } = staffWords

/** What came of a file, sentence by sentence. */
export function sentencesOf(brought: Brought): readonly string[] {
  if (brought.is === 'refused') return [words['in-refused']]
  if (brought.is !== 'brought') return [words[brought.is]]
  const counted = (['here', 'takenBack', 'otherWard', 'damaged', 'noEnvelope', 'tooNew'] as const).flatMap(
    what =>
      brought[what] > 0
        ? [sayCount({ one: words[`${what}_one`], other: words[`${what}_other`] }, brought[what])]
        : [],
  )
  const forms = { one: words.came_one, other: words.came_other }
  const came = brought.came > 0 ? sayCount(forms, brought.came) : words.came_zero
  return [came, ...counted, ...(brought.complete ? [] : [words.incomplete])]
}

/** Has the browser save a file. */
function save({ name, text }: RescueFile): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = url
  link.download = name
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

export function Rescue({ keep }: { readonly keep: () => Promise<Keep> }) {
  const [said, say] = useState<readonly string[]>([])
  const out = async () => {
    const file = await (await keep()).rescue()
    if (file.forms === 0) return say([words.none])
    save(file)
    const forms = { one: words.saved_one, other: words.saved_other }
    say([sayCount(forms, file.forms, { name: file.name })])
  }
  const bring = async (input: HTMLInputElement) => {
    const [file] = input.files ?? []
    if (!file) return
    say([words.reading])
    const brought = await (await keep()).bringIn(file).catch((): Brought => ({ is: 'refused' }))
    // The same file may be chosen again.
    input.value = ''
    say(sentencesOf(brought))
  }
  const failed = () => say([words.refused])
  return (
    <English>
      <h2>{words.title}</h2>
      <p>{words.what}</p>
      <div class="pair">
        <Button onPress={() => void out().catch(failed)}>{words.save}</Button>
        <label class="button plain file">
          {words.open}
          <input
            type="file"
            accept=".json,application/json"
            class="visually-hidden"
            onChange={({ currentTarget }) => void bring(currentTarget).catch(failed)}
          />
        </label>
      </div>
      <div role="status">
        {said.map(sentence => (
          <p key={sentence}>
            <strong>{sentence}</strong>
          </p>
        ))}
      </div>
    </English>
  )
}
