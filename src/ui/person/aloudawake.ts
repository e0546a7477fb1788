// Keeps the screen awake while something is read aloud: it does not go dark in the middle of a sentence.

/** The part of a screen's lock that is used here; some engines have none. */
interface Awake {
  request(what: 'screen'): Promise<{ release(): Promise<void> }>
}

/** Asks for the screen to stay awake; returns the way to let it go. A browser also lets it go when the page hides. */
export function stayAwake(device: { readonly wakeLock?: Awake } = navigator): () => void {
  const asked = device.wakeLock?.request('screen').catch(() => undefined)
  return () => void asked?.then(lock => lock?.release()).catch(() => undefined)
}
