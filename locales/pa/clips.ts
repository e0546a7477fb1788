// The recorded clips: where each begins, and the one file that holds their sound.

export { default as book } from './clips.json'
export { default as url } from './clips.mp3?url'
