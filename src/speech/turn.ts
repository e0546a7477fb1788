// One voice at a time: whoever begins to speak silences whoever spoke before.

let silence: (() => void) | undefined

/** Begins to speak; `stop` is called when somebody else does. */
export function takeTurn(stop: () => void): void {
  if (silence !== stop) silence?.()
  silence = stop
}
