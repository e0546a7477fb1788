// A file of the app itself, from the tablet's disk or the server: never anything of a form.

/** The whole of a file. Rejects when it is not here and can't be brought. */
export async function file(url: string): Promise<Blob> {
  const response = await fetch(url)
  if (!response.ok) throw new Error(`no file at ${url}`)
  return response.blob()
}
