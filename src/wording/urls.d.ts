// What the build makes of a file that is asked for by its address.

declare module '*.mp3?url' {
  const url: string
  export default url
}
