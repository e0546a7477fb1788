// A picture beside its words. The box stands at once, so that nothing moves when the drawing comes.

import { useEffect, useState } from 'preact/hooks'

let drawn: Readonly<Record<string, string>> = {}

/** The picture of that name in src/ui/pictures; it says nothing that words don't, so nobody is read it. */
export function Picture({ of }: { readonly of: string }) {
  const [pictures, show] = useState(drawn)
  const markup = pictures[of] ?? ''
  useEffect(() => {
    if (markup) return
    let here = true
    import('../pictures/pictures.ts').then(
      file => {
        drawn = file.pictures
        if (here) show(drawn)
      },
      // The words stand without it; the next picture tries again.
      () => undefined,
    )
    return () => {
      here = false
    }
  }, [markup])
  return (
    // Our own drawings, and the build refuses all but shapes: no markup of anybody else comes here.
    <svg
      class="picture"
      viewBox="0 0 96 96"
      aria-hidden="true"
      dangerouslySetInnerHTML={{ __html: markup }}
    />
  )
}
