// What the bytes of a clip say about it, without decoding: its frames, how long it sounds, whether it stands alone.

/** MPEG-2 layer III at 16 kHz, mono, 16 kbit/s: every frame is 72 bytes and 36 ms long. */
export const format = { rate: 16_000, kilobits: 16, frame: 72, seconds: 576 / 16_000 } as const

/** Sync, MPEG-2 layer III without checksum; 16 kbit/s, 16 kHz, unpadded; mono. */
const HEADER = [0xff, 0xf3, 0x28, 0xc0] as const

/** How long a clip sounds, and the share of its frames with sound in them. Throws where its bytes are no whole frames. */
export function heard(clip: Uint8Array): { readonly seconds: number; readonly sounding: number } {
  const frames = clip.length / format.frame
  if (!Number.isInteger(frames) || frames === 0) throw new Error(`${clip.length} bytes are no whole frames`)
  let sounding = 0
  for (let at = 0; at < clip.length; at += format.frame) {
    const [sync, kind, rate, mode = 0, before, ...side] = clip.subarray(at, at + 12)
    if (sync !== HEADER[0] || kind !== HEADER[1] || rate !== HEADER[2] || (mode & 0xc0) !== HEADER[3])
      throw new Error(`no frame of ours at byte ${at}`)
    if (before !== 0) throw new Error(`the frame at byte ${at} needs the one before it`)
    if (bigValues(side) > 0) sounding += 1
  }
  return { seconds: frames * format.seconds, sounding: sounding / frames }
}

/** Of the side information after its first byte: one private bit, 12 bits of length, then nine of how many values. */
function bigValues(side: readonly number[]): number {
  const bits = side.map(byte => byte.toString(2).padStart(8, '0')).join('')
  return Number.parseInt(bits.slice(1 + 12, 1 + 12 + 9), 2)
}

/** Whether a clip's length fits its sentence and there is sound in it. Generous: languages and words differ. */
export function plausible(sentence: string, clip: Uint8Array): boolean {
  const { seconds, sounding } = heard(clip)
  // A figure is a whole word aloud.
  const letters = [...sentence.replace(/\d/g, 'figure')].length
  return seconds > 0.3 + letters * 0.02 && seconds < 1.5 + letters * 0.25 && sounding > 0.4
}
