// A one-use code for a new tablet, big enough to be read from across a desk.

import { useState } from 'preact/hooks'
import type { Refusal } from '../../office/office.ts'
import type { CodeReply, WardView } from '../../protocol/office.ts'
import { say, timeWords, officeWords as words } from '../../wording/office.ts'
import { useDesk } from './desk.ts'
import { Refused } from './notice.tsx'
import { Qr } from './qr.tsx'

export function Code({ ward, blocked }: { ward: WardView; blocked: boolean }) {
  const { office, heed } = useDesk()
  const [code, show] = useState<CodeReply>()
  const [refusal, refuse] = useState<Refusal>()
  if (blocked) return <p class="office-lacks">{words.code.blocked}</p>

  const make = async () => {
    const outcome = await heed(office.tablets.makeCode(ward.id))
    refuse(outcome.done ? undefined : outcome.refusal)
    show(outcome.done ? outcome.value : undefined)
  }
  return (
    <>
      <p>{words.code.lead}</p>
      <div role="status">
        {code && (
          <div class="office-code">
            <p class="office-onpaper">{say(words.code.for, { ward: ward.name })}</p>
            <p class="office-unseen">{words.code.is}</p>
            <p class="office-digits">
              {groups(code.code).map((group, n) => (
                <span key={`${n}-${group}`}>{group} </span>
              ))}
            </p>
            <p>
              {words.code.type}
              <br />
              <a href={code.link}>{code.link}</a>
            </p>
            <Qr text={code.link} title={words.code.qrTitle} />
            <p>{words.code.camera}</p>
            <p>{say(words.code.ios, { site: new URL(code.link).origin })}</p>
            <p>{say(words.code.until, { time: timeWords(code.until) })}</p>
          </div>
        )}
      </div>
      <Refused refusal={refusal} />
      <p class="office-row">
        <button type="button" class="office-button" onClick={make}>
          {code ? words.code.again : words.code.make}
        </button>
        {code && (
          <button type="button" class="office-button" onClick={() => window.print()}>
            {words.code.print}
          </button>
        )}
      </p>
    </>
  )
}

/** A code in short groups, as people read one aloud. Ten characters become 3, 3 and 4. */
export function groups(code: string): string[] {
  const bare = code.replace(/[\s-]/g, '')
  if (bare.length !== 10) return bare.match(/.{1,4}/g) ?? []
  return [bare.slice(0, 3), bare.slice(3, 6), bare.slice(6)]
}
