// English beside the original: plainer words, what the modes say, and whose words they are.

export { default as easy } from './easy.json'
export { default as gate } from './gate.json'
export { default as meanings } from './meanings.json'
export { default as modes } from './modes.json'
export { default as wording } from './wording.json'
