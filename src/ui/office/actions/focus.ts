// Where to look after something was sent that can't be kept.

/** Moves to the first line of a form of which something is wrong, once the page says what. */
export function toFault(event: Event): void {
  const form = event.currentTarget
  requestAnimationFrame(() => {
    if (form instanceof HTMLElement) form.querySelector<HTMLElement>('[aria-invalid]')?.focus()
  })
}
