// All drawings of easy read in one chunk, which comes when the first of them is wanted.

/// <reference path="./virtual.d.ts" />

/** The markup of every picture, checked at build, by its name in manifest.json. */
export { default as pictures } from 'virtual:pictures'
