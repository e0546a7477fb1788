// A second tap on the same spot, as a trembling hand makes it, is not a second wish.

/** Milliseconds within which, and pixels over which, two taps are one. */
const SOON = 350
const NEAR = 40

/** Stops a click that follows another at once on the same spot; a key or a switch has no spot and always passes. */
export function once(): (event: MouseEvent) => void {
  let last: MouseEvent | undefined
  return event => {
    const { detail, timeStamp, clientX: x, clientY: y } = event
    if (!detail || !x) return
    if (last && timeStamp - last.timeStamp < SOON && Math.hypot(x - last.clientX, y - last.clientY) < NEAR) {
      event.stopPropagation()
      event.preventDefault()
    }
    last = event
  }
}
