// The crypto of a schedule: real, but that the slow hash of a slip takes a thousandth of its rounds.

const subtle = new Proxy(crypto.subtle, {
  get(target, key) {
    if (key === 'deriveBits')
      return (how: Pbkdf2Params, secret: CryptoKey, length: number) =>
        target.deriveBits({ ...how, ...(how.iterations && { iterations: 600 }) }, secret, length)
    const found: unknown = Reflect.get(target, key, target)
    return typeof found === 'function' ? found.bind(target) : found
  },
})

/** Ten thousand schedules could not wait a tenth of a second for each form. */
export const quick: Crypto = new Proxy(crypto, {
  get(target, key) {
    if (key === 'subtle') return subtle
    const found: unknown = Reflect.get(target, key, target)
    return typeof found === 'function' ? found.bind(target) : found
  },
})
