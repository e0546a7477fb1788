// The names under which browsers know Node's WebCrypto; envelope/ is written for both.

type SubtleCrypto = import('node:crypto').webcrypto.SubtleCrypto
type JsonWebKey = import('node:crypto').webcrypto.JsonWebKey
type CryptoKey = import('node:crypto').webcrypto.CryptoKey
