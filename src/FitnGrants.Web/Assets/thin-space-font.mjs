// A one-glyph face for U+202F (narrow no-break space), which the published subsets lack.
import { brotliCompressSync, constants } from 'node:zlib'
import opentype from 'opentype.js'

const UNITS = 1000
const ADVANCE = 190 // 0.19 em

export function thinSpaceFont() {
  const glyph = (name, unicode, advanceWidth) =>
    new opentype.Glyph({ name, unicode, advanceWidth, path: new opentype.Path() })
  const font = new opentype.Font({
    familyName: 'Espace fine',
    styleName: 'Regular',
    unitsPerEm: UNITS,
    ascender: 1000,
    descender: -303,
    glyphs: [glyph('.notdef', undefined, ADVANCE), glyph('uni202F', 0x202f, ADVANCE)],
  })
  return woff2(Buffer.from(font.toArrayBuffer()))
}

// Wraps an OpenType (CFF) file as WOFF2: no table transform, one Brotli stream.
function woff2(sfnt) {
  const count = sfnt.readUInt16BE(4)
  const tables = []
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16
    const offset = sfnt.readUInt32BE(at + 8)
    const data = Buffer.from(sfnt.subarray(offset, offset + sfnt.readUInt32BE(at + 12)))
    tables.push({ tag: sfnt.toString('latin1', at, at + 4), data })
  }
  const head = tables.find((t) => t.tag === 'head').data
  head.fill(0, 8, 12) // checksum over the dates, recomputed by readers
  head.fill(0, 20, 36) // created and modified dates: same bytes at every build
  head.writeUInt16BE(head.readUInt16BE(16) | 0x0800, 16) // lossless conversion flag

  // 0x3f: the tag is written in full, transform version 0.
  const directory = Buffer.concat(tables.map(({ tag, data }) =>
    Buffer.concat([Buffer.from([0x3f]), Buffer.from(tag, 'latin1'), base128(data.length)])))
  const body = brotliCompressSync(Buffer.concat(tables.map((t) => t.data)), {
    params: {
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_FONT,
      [constants.BROTLI_PARAM_QUALITY]: 11,
    },
  })
  const padding = Buffer.alloc((4 - ((48 + directory.length + body.length) % 4)) % 4)
  const header = Buffer.alloc(48)
  header.write('wOF2', 0, 'latin1')
  header.write(sfnt.toString('latin1', 0, 4), 4, 'latin1')
  header.writeUInt32BE(48 + directory.length + body.length + padding.length, 8)
  header.writeUInt16BE(count, 12)
  header.writeUInt32BE(tables.reduce((n, t) => n + ((t.data.length + 3) & ~3), 12 + 16 * count), 16)
  header.writeUInt32BE(body.length, 20)
  header.writeUInt16BE(1, 24)
  return Buffer.concat([header, directory, body, padding])
}

function base128(value) {
  const bytes = [value & 0x7f]
  for (let rest = value >>> 7; rest > 0; rest >>>= 7) bytes.unshift((rest & 0x7f) | 0x80)
  return Buffer.from(bytes)
}
