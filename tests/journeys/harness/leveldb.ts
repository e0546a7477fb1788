// What stands in LevelDB's files, decompressed: Chromium keeps IndexedDB in them, and Snappy would hide words from a raw scan.
// Format: github.com/google/leveldb, doc/table_format.md and doc/log_format.md; Snappy: format_description.txt.

const MAGIC = Buffer.from('57fb808b247547db', 'hex')
const FOOTER = 48

/** A number in LevelDB's variable length, and where the next thing begins. */
function varint(bytes: Buffer, at: number): [number, number] {
  let value = 0
  for (let shift = 1; ; shift *= 128, at += 1) {
    const byte = bytes[at] ?? 0
    value += (byte & 127) * shift
    if (byte < 128) return [value, at + 1]
  }
}

/** Snappy's raw format back to bytes. */
export function unsnappy(bytes: Buffer): Buffer {
  let [size, at] = varint(bytes, 0)
  if (size > 1 << 28) throw new RangeError('a block too large to be one')
  const out = Buffer.alloc(size)
  let to = 0
  const little = (length: number): number => {
    const value = bytes.readUIntLE(at, length)
    at += length
    return value
  }
  while (at < bytes.length) {
    const tag = little(1)
    if ((tag & 3) === 0) {
      const short = tag >> 2
      const length = (short < 60 ? short : little(short - 59)) + 1
      to += bytes.copy(out, to, at, at + length)
      at += length
      continue
    }
    const near = (tag & 3) === 1
    const length = near ? ((tag >> 2) & 7) + 4 : (tag >> 2) + 1
    const back = near ? ((tag >> 5) << 8) | little(1) : little((tag & 3) === 2 ? 2 : 4)
    for (let n = 0; n < length; n += 1, to += 1) out[to] = out[to - back] ?? 0
  }
  return out
}

/** The keys and values of one block, keys made whole again. */
function entries(block: Buffer): { key: Buffer; value: Buffer }[] {
  const restarts = block.readUInt32LE(block.length - 4)
  const end = block.length - 4 * (restarts + 1)
  const found: { key: Buffer; value: Buffer }[] = []
  let key = Buffer.alloc(0)
  for (let at = 0; at < end; ) {
    const [shared, a] = varint(block, at)
    const [own, b] = varint(block, a)
    const [length, c] = varint(block, b)
    key = Buffer.concat([key.subarray(0, shared), block.subarray(c, c + own)])
    found.push({ key, value: block.subarray(c + own, c + own + length) })
    at = c + own + length
  }
  return found
}

function blockAt(file: Buffer, handle: Buffer, from = 0): Buffer {
  const [offset, next] = varint(handle, from)
  const [size] = varint(handle, next)
  const block = file.subarray(offset, offset + size)
  return file[offset + size] === 1 ? unsnappy(block) : block
}

/** Everything in a table file (.ldb), decompressed; empty when the bytes are no such file. */
export function table(file: Buffer): Buffer {
  if (file.length < FOOTER || !file.subarray(-8).equals(MAGIC)) return Buffer.alloc(0)
  const footer = file.subarray(-FOOTER)
  const [, second] = varint(footer, varint(footer, 0)[1])
  const blocks = entries(blockAt(file, footer, second)).map(one => blockAt(file, one.value))
  return Buffer.concat(blocks.flatMap(block => entries(block).flatMap(one => [one.key, one.value])))
}

/** Everything in a log file (.log), with what was cut at its 32 kB blocks put together. */
export function log(file: Buffer): Buffer {
  const parts: Buffer[] = []
  for (let start = 0; start < file.length; start += 32_768) {
    const end = Math.min(start + 32_768, file.length)
    for (let at = start; at + 7 <= end; ) {
      const length = file.readUInt16LE(at + 4)
      parts.push(file.subarray(at + 7, Math.min(at + 7 + length, end)))
      at += 7 + length
    }
  }
  return Buffer.concat(parts)
}
