// A file of the app itself, from the tablet's disk or else the server: never anything of a form.

/**
 * The whole of a file. It is read from where the service worker keeps it, not through the worker, which a file on its way
 * would hold back from making room for a newer one. Rejects when it is not here and can't be brought.
 */
export async function file(url: string): Promise<Blob> {
  const kept = await globalThis.caches?.match(url, { ignoreSearch: true })
  const response = kept ?? (await fetch(url))
  if (!response.ok) throw new Error(`no file at ${url}`)
  return response.blob()
}
