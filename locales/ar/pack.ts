// Arabic, whole: the words of every screen, the statements in standard and plainer words, and whose words they are.

export { default as easy } from './easy.json'
export { default as first } from './first.json'
export { default as gate } from './gate.json'
export { default as heard } from './heard.json'
export { default as learn } from './learn.json'
export { default as meanings } from './meanings.json'
export { default as modes } from './modes.json'
export { default as screens } from './screens.json'
export { default as standard } from './standard.json'
export { default as wording } from './wording.json'
