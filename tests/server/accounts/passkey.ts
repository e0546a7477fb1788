// A passkey without a device: WebAuthn's two ceremonies with attestation "none" and ES256, on node:crypto.

import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto'

const sha256 = (data: Uint8Array | string) => createHash('sha256').update(data).digest()
const b64 = (data: Uint8Array | string) => Buffer.from(data).toString('base64url')

/** As much of CBOR as WebAuthn needs. */
function cbor(value: number | string | Uint8Array | Map<unknown, unknown>): Buffer {
  const head = (major: number, n: number): Buffer => {
    if (n < 24) return Buffer.of((major << 5) | n)
    if (n < 256) return Buffer.of((major << 5) | 24, n)
    return Buffer.of((major << 5) | 25, n >> 8, n & 255)
  }
  if (typeof value === 'number') return value >= 0 ? head(0, value) : head(1, -1 - value)
  if (typeof value === 'string') return Buffer.concat([head(3, Buffer.byteLength(value)), Buffer.from(value)])
  if (value instanceof Uint8Array) return Buffer.concat([head(2, value.length), value])
  const pairs = [...value].flatMap(([key, one]) => [cbor(key as number), cbor(one as number)])
  return Buffer.concat([head(5, value.size), ...pairs])
}

/** A device that keeps one passkey; `asks` is whether it asked for a finger or a number. */
export class Device {
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  readonly #id = randomBytes(32)
  readonly #origin: string
  asks = true
  #uses = 0

  constructor(origin: string) {
    this.#origin = origin
  }

  #data(rpId: string, more: Uint8Array = Buffer.alloc(0)): Buffer {
    this.#uses += 1
    const count = Buffer.alloc(4)
    count.writeUInt32BE(this.#uses)
    const flags = 0x01 | (this.asks ? 0x04 : 0) | (more.length > 0 ? 0x40 : 0)
    return Buffer.concat([sha256(rpId), Buffer.of(flags), count, more])
  }

  #said(type: string, challenge: string): string {
    return JSON.stringify({ type, challenge, origin: this.#origin, crossOrigin: false })
  }

  /** What a browser answers to the options of a registration. */
  make({ challenge, rp }: { challenge: string; rp: { id: string } }) {
    const { x = '', y = '' } = this.#keys.publicKey.export({ format: 'jwk' })
    const key = cbor(
      new Map<number, number | Uint8Array>([
        [1, 2],
        [3, -7],
        [-1, 1],
        [-2, Buffer.from(x, 'base64url')],
        [-3, Buffer.from(y, 'base64url')],
      ]),
    )
    const attested = Buffer.concat([Buffer.alloc(16), Buffer.of(0, this.#id.length), this.#id, key])
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', this.#data(rp.id, attested)],
    ])
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: b64(this.#said('webauthn.create', challenge)),
        attestationObject: b64(cbor(attestation)),
        transports: ['internal'],
      },
    }
  }

  /** What it answers to those of a sign-in. */
  use({ challenge, rpId }: { challenge: string; rpId: string }) {
    const said = this.#said('webauthn.get', challenge)
    const data = this.#data(rpId)
    const signature = sign('sha256', Buffer.concat([data, sha256(said)]), this.#keys.privateKey)
    return {
      ...this.#credential(),
      response: {
        clientDataJSON: b64(said),
        authenticatorData: b64(data),
        signature: b64(signature),
        userHandle: null,
      },
    }
  }

  #credential() {
    const id = b64(this.#id)
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {} }
  }
}
