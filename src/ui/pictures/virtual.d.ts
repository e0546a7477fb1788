// What the build gives under this name: see src/build/pictures.ts.

declare module 'virtual:pictures' {
  const pictures: Readonly<Record<string, string>>
  export default pictures
}
