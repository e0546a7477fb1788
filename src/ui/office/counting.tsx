// That boxes are being counted: how many are not done yet, that nothing can be lost, and a way to look again.
//
// Never how far one count has come: with the time that it takes, this would tell how many forms there are.

import { useState } from 'preact/hooks'
import type { Overview, WardView } from '../../protocol/office.ts'
import { sayCount, countingWords as words } from '../../wording/office.ts'
import { useDesk } from './desk.ts'
import { Done } from './notice.tsx'

/** Of all wards: how many boxes are not done; nothing while none is counted. */
export function CountingAll({ services }: Pick<Overview, 'services'>) {
  const { said, look } = useLooking()
  const wards = services.flatMap(service => service.wards).filter(ward => ward.box.counting)
  const left = new Set(wards.map(ward => ward.group)).size
  if (left === 0) return null
  return (
    <section class="office-confirm">
      <p>{sayCount(words.left, left)}</p>
      <Again look={look} said={said} />
    </section>
  )
}

/** Of one ward's box, with what it means; nothing while it is not counted. */
export function Counting({ ward }: { ward: Pick<WardView, 'box'> }) {
  const { said, look } = useLooking()
  if (!ward.box.counting) return null
  return (
    <div class="office-confirm">
      <p>{words.safe}</p>
      <p>{words.hidden}</p>
      <p>{words.stuck}</p>
      <Again look={look} said={said} />
    </div>
  )
}

interface Looking {
  readonly said: string | undefined
  look(): Promise<void>
}

/** Looks when somebody asks for it and not by itself: a page that asked again and again would never sign anybody out. */
function useLooking(): Looking {
  const { refresh } = useDesk()
  const [said, say] = useState<string>()
  return {
    said,
    async look() {
      if (said === words.looking) return
      say(words.looking)
      await refresh()
      say(words.same)
    },
  }
}

function Again({ look, said }: Looking) {
  return (
    <>
      <p>
        <button
          type="button"
          class="office-button"
          aria-disabled={said === words.looking}
          onClick={() => void look()}
        >
          {words.again}
        </button>
      </p>
      <Done>{said}</Done>
    </>
  )
}
