// A file on its way to the reader: how much has come, a way to stop it, and what came of it.

import { useEffect, useRef, useState } from 'preact/hooks'
import type { Refusal } from '../../../office/office.ts'
import type { ExportRequest } from '../../../protocol/outlets.ts'
import { useDesk } from '../desk.ts'

/** Where a file is. */
export type Taking =
  | { readonly is: 'nothing' | 'stopped' | 'broken' }
  | { readonly is: 'coming'; readonly bytes: number; readonly releases: number | null }
  | {
      readonly is: 'come'
      readonly bytes: number
      readonly releases: number | null
      readonly name: string
    }
  | { readonly is: 'refused'; readonly refusal: Refusal }

export interface Take {
  readonly taking: Taking
  begin(what: ExportRequest): Promise<void>
  stop(): void
}

/** Takes one file at a time; leaving the page stops it. */
export function useTaking(): Take {
  const { office, heed } = useDesk()
  const [taking, set] = useState<Taking>({ is: 'nothing' })
  const under = useRef<AbortController | null>(null)
  useEffect(() => () => under.current?.abort(), [])
  return {
    taking,
    stop: () => under.current?.abort(),
    async begin(what) {
      if (under.current) return
      const stop = new AbortController()
      under.current = stop
      let so: { bytes: number; releases: number | null } = { bytes: 0, releases: null }
      set({ is: 'coming', ...so })
      const heard = (bytes: number, releases: number | null) => {
        so = { bytes, releases }
        set({ is: 'coming', ...so })
      }
      const came = await heed(office.outlets.files.take(what, heard, stop.signal))
      under.current = null
      if (came.done) {
        hand(came.value.file, came.value.name)
        set({ is: 'come', ...so, name: came.value.name })
      } else if (stop.signal.aborted) set({ is: 'stopped' })
      else if (so.bytes > 0) set({ is: 'broken' })
      else set({ is: 'refused', refusal: came.refusal })
    },
  }
}

/** Hands a file to the browser's own downloads. */
function hand(file: Blob, name: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(file)
  link.download = name
  link.click()
  // The browser reads it once the click is done.
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
}
