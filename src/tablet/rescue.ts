// A rescue file out of this tablet, and one of another tablet of its ward in.

import { readHeader } from '../envelope/header.ts'
import { SEALED_SIZE } from '../envelope/payload.ts'
import { type Rescued, readRescue, writeRescue } from '../protocol/rescue.ts'
import type { Settings } from '../protocol/tablet.ts'
import type { Rescuing } from '../store/rescue.ts'
import type { Brought, RescueFile } from './tablet.ts'

/** A ward's name as a part of a file's name. */
const plain = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')

/** All that waits or is set aside, as a file whose name tells the ward and no time. Rejects when the disk refuses. */
export async function rescueFile(
  { ward }: Settings,
  rescuing: Rescuing,
  subtle: SubtleCrypto,
  tablet: string | undefined,
): Promise<RescueFile> {
  const envelopes = await rescuing.out()
  const text = await writeRescue(ward.id, envelopes, subtle, tablet)
  return { name: `equal-voice-${plain(ward.name) || 'ward'}.json`, text, forms: envelopes.length }
}

/** No form of a tablet: from paper, or of another length. The server would put it aside, and here it would stay. */
const strange = ({ header, bytes }: Rescued): boolean =>
  header.paper !== undefined || bytes.length !== readHeader(bytes).clear + SEALED_SIZE

/** Takes in whatever of a file is whole and of this ward. Nothing is lost by a bad file: it is only read. */
export async function bringIn(
  text: string,
  { ward }: Settings,
  rescuing: Rescuing,
  subtle: SubtleCrypto,
): Promise<Brought> {
  const found = await readRescue(text, subtle)
  if (found.is !== 'rescue') return found
  const ours = found.envelopes.filter(({ header }) => header.ward === ward.id)
  const entries = ours
    .filter(one => !strange(one))
    .map(({ digest, bytes, header: { id, key, slip } }) => ({
      digest,
      id,
      key,
      bytes,
      ...(slip !== undefined && { slip }),
    }))
  const taken = await rescuing.in(entries).catch(() => undefined)
  if (!taken) return { is: 'refused' }
  const not = (why: string) => found.unreadable.filter(one => one === why).length
  return {
    is: 'brought',
    ...taken,
    otherWard: found.envelopes.length - ours.length,
    damaged: not('damaged'),
    noEnvelope: not('no-envelope') + ours.length - entries.length,
    tooNew: not('newer'),
    complete: found.complete,
  }
}
