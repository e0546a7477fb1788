// Sentences into sound: a free synthesiser speaks, the silence around is cut, an encoder makes frames of it.

import { spawn } from 'node:child_process'
import { format } from './frames.ts'

/** Each language's voice of espeak-ng 1.51. Somali has none: it is reading only. */
export const voices: Readonly<Record<string, string>> = {
  en: 'en-gb',
  cy: 'cy',
  pl: 'pl',
  ro: 'ro',
  pa: 'pa',
  ur: 'ur',
  bn: 'bn',
  gu: 'gu',
  ar: 'ar',
  pt: 'pt',
  uk: 'uk',
}

/** What made a clip: when it changes, every clip is made again. */
export const engine = 'espeak-ng 1.51, 140 words a minute, 16 kbit/s'

const RATE = 22_050
/** Samples below this are silence; the loudest of a clip is brought to that. */
const SILENT = 300
const LOUDEST = 26_000

/** One sentence as MP3 frames. Throws with the sentence where the synthesiser says nothing. */
export async function clipOf(voice: string, sentence: string): Promise<Uint8Array> {
  const wave = await piped(
    'espeak-ng',
    ['-v', voice, '-s', '140', '-b', '1', '--stdin', '--stdout'],
    sentence,
  )
  const samples = new Int16Array(
    wave.buffer.slice(wave.byteOffset + 44, wave.byteOffset + (wave.length & ~1)),
  )
  const sound = trimmed(samples)
  if (sound.length < RATE / 20) throw new Error(`nothing was heard of “${sentence}”`)
  return piped('lame', encoder, new Uint8Array(sound.buffer))
}

// No bit reservoir, no header and no tag: a slice of the whole plays by itself.
const encoder = [
  ...['--silent', '-r', '-s', String(RATE / 1000), '--bitwidth', '16', '-m', 'm'],
  ...['--cbr', '-b', String(format.kilobits), '--resample', String(format.rate / 1000)],
  ...['--nores', '-t', '--noreplaygain', '-q', '2', '-', '-'],
]

/** From just before the first sound to a breath after the last one, at one loudness. */
function trimmed(samples: Int16Array): Int16Array {
  const first = samples.findIndex(one => Math.abs(one) > SILENT)
  const last = samples.findLastIndex(one => Math.abs(one) > SILENT)
  if (first < 0) return new Int16Array()
  const before = Math.round(RATE * 0.03)
  const breath = Math.round(RATE * 0.25)
  const loudest = samples.reduce((most, one) => Math.max(most, Math.abs(one)), 1)
  const cut = new Int16Array(before + last - first + 1 + breath)
  for (let n = Math.max(first - before, 0); n < Math.min(last + before, samples.length); n++)
    cut[n - first + before] = Math.round(((samples[n] ?? 0) * LOUDEST) / loudest)
  return cut
}

function piped(command: string, args: readonly string[], input: string | Uint8Array): Promise<Buffer> {
  return new Promise((done, fail) => {
    const child = spawn(command, args, { stdio: ['pipe', 'pipe', 'pipe'] })
    const out: Buffer[] = []
    const said: Buffer[] = []
    child.stdout.on('data', (part: Buffer) => out.push(part))
    child.stderr.on('data', (part: Buffer) => said.push(part))
    child.on('error', fail)
    child.on('close', code =>
      code === 0
        ? done(Buffer.concat(out))
        : fail(new Error(`${command} ended with ${code}: ${Buffer.concat(said)}`)),
    )
    child.stdin.end(input)
  })
}
