// A drawing of ours painted on a canvas. The security policy lets no page load a picture that it made itself, so the few shapes
// that our drawings have are painted one by one, by the attributes that they carry.

type Pen = CanvasRenderingContext2D

/** What a shape has from those around it. */
interface Ink {
  readonly fill: string
  readonly stroke: string
  readonly width: number
  readonly dashes: readonly number[]
  readonly size: number
  readonly weight: string
  readonly family: string
  readonly anchor: string
}

const plain: Ink = {
  fill: '#000',
  stroke: 'none',
  width: 1,
  dashes: [],
  size: 16,
  weight: '400',
  family: 'sans-serif',
  anchor: 'start',
}

/** The drawing on a canvas, so many times as large; null where the browser has none. */
export function paint(drawing: SVGSVGElement, times: number): HTMLCanvasElement | null {
  const [, , width = 0, height = 0] = (drawing.getAttribute('viewBox') ?? '').split(' ').map(Number)
  return canvasOf(width * times, height * times, pen => {
    pen.scale(times, times)
    draw(pen, drawing, inkOf(drawing, plain), drawing)
  })
}

function canvasOf(width: number, height: number, work: (pen: Pen) => void): HTMLCanvasElement | null {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) return null
  work(pen)
  return canvas
}

function draw(pen: Pen, within: Element, around: Ink, drawing: Element): void {
  for (const shape of within.children) {
    const ink = inkOf(shape, around)
    const [, x = 0, y = 0] =
      /translate\(([-\d.]+)[ ,]+([-\d.]+)\)/.exec(shape.getAttribute('transform') ?? '') ?? []
    pen.save()
    pen.translate(Number(x), Number(y))
    if (shape.tagName === 'g') draw(pen, shape, ink, drawing)
    else if (shape.tagName === 'text') write(pen, shape, ink)
    else {
      const path = pathOf(shape)
      if (path) trace(pen, path, ink, drawing)
    }
    pen.restore()
  }
}

const number = (shape: Element, name: string): number => Number(shape.getAttribute(name) ?? 0)

/** The outline of a shape; undefined for what is no shape, such as a title or patterns. */
function pathOf(shape: Element): Path2D | undefined {
  const at = (name: string) => number(shape, name)
  const path = new Path2D(shape.getAttribute('d') ?? '')
  if (shape.tagName === 'path') return path
  if (shape.tagName === 'rect') path.rect(at('x'), at('y'), at('width'), at('height'))
  else if (shape.tagName === 'circle') path.arc(at('cx'), at('cy'), at('r'), 0, 2 * Math.PI)
  else if (shape.tagName === 'line') {
    path.moveTo(at('x1'), at('y1'))
    path.lineTo(at('x2'), at('y2'))
  } else return undefined
  return path
}

function trace(pen: Pen, path: Path2D, { fill, stroke, width, dashes }: Ink, drawing: Element): void {
  const filling = fillOf(pen, fill, drawing)
  if (filling) {
    pen.fillStyle = filling
    pen.fill(path)
  }
  if (stroke === 'none') return
  pen.strokeStyle = stroke
  pen.lineWidth = width
  pen.setLineDash([...dashes])
  pen.stroke(path)
}

function write(pen: Pen, text: Element, { fill, size, weight, family, anchor }: Ink): void {
  pen.font = `${weight} ${size}px ${family}`
  pen.fillStyle = fill
  pen.textAlign = anchor === 'middle' ? 'center' : anchor === 'end' ? 'right' : 'left'
  pen.fillText(text.textContent ?? '', number(text, 'x'), number(text, 'y'))
}

/** A colour, or a pattern of the drawing; null for none. */
function fillOf(pen: Pen, fill: string, drawing: Element): string | CanvasPattern | null {
  if (fill === 'none') return null
  const name = /^url\(#(.+)\)$/.exec(fill)?.[1]
  if (name === undefined) return fill
  const pattern = drawing.querySelector(`[id="${name}"]`)
  if (!pattern) return null
  const tile = canvasOf(number(pattern, 'width'), number(pattern, 'height'), inner =>
    draw(inner, pattern, plain, drawing),
  )
  return tile && pen.createPattern(tile, 'repeat')
}

function inkOf(shape: Element, around: Ink): Ink {
  const own = (name: string, before: string) => shape.getAttribute(name) ?? before
  const dashes = shape.getAttribute('stroke-dasharray')
  return {
    fill: own('fill', around.fill),
    stroke: own('stroke', around.stroke),
    width: Number(own('stroke-width', String(around.width))),
    dashes: dashes === null ? around.dashes : dashes.split(' ').map(Number),
    size: Number(own('font-size', String(around.size))),
    weight: own('font-weight', around.weight),
    family: own('font-family', around.family),
    anchor: own('text-anchor', around.anchor),
  }
}
