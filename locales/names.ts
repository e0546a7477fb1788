// The names of the languages, each recorded in its own.

export { default as book } from './names.json'
export { default as url } from './names.mp3?url'
