// The typefaces of the documents, in memory: static WOFF 1 files hold the tables of a TrueType file, each deflated.
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { inflateSync } from 'node:zlib'
import opentype from 'opentype.js'

const { resolve } = createRequire(import.meta.url)
const lire = (chemin) => readFileSync(resolve(chemin))

// Latin only: the files of the other subsets carry the same family name, and one would hide the other.
const LATINES = [
  'hanken-grotesk/files/hanken-grotesk-latin-400-normal.woff',
  'hanken-grotesk/files/hanken-grotesk-latin-400-italic.woff',
  'hanken-grotesk/files/hanken-grotesk-latin-600-normal.woff',
  'bricolage-grotesque/files/bricolage-grotesque-latin-600-normal.woff',
]
// What those lack: other scripts, arrows, symbols, then emoji (commun.typ names them in this order).
const SECOURS = [
  'dejavu-fonts-ttf/ttf/DejaVuSans.ttf',
  'dejavu-fonts-ttf/ttf/DejaVuSans-Bold.ttf',
  '@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf',
]
const ENTETE = 12
const RUBRIQUE = 16

/** A WOFF 1 file as the TrueType file that it packs. */
function deplier(woff) {
  const nombre = woff.readUInt16BE(12)
  const niveau = Math.floor(Math.log2(nombre))
  const tete = Buffer.alloc(ENTETE + RUBRIQUE * nombre)
  woff.copy(tete, 0, 4, 8)
  tete.writeUInt16BE(nombre, 4)
  tete.writeUInt16BE(RUBRIQUE * 2 ** niveau, 6)
  tete.writeUInt16BE(niveau, 8)
  tete.writeUInt16BE(RUBRIQUE * (nombre - 2 ** niveau), 10)
  const corps = []
  let place = tete.length
  for (let i = 0; i < nombre; i++) {
    const [lu, ecrit] = [44 + 20 * i, ENTETE + RUBRIQUE * i]
    const [debut, serree, longueur] = [4, 8, 12].map((decalage) => woff.readUInt32BE(lu + decalage))
    const serre = woff.subarray(debut, debut + serree)
    const table = serree < longueur ? inflateSync(serre) : serre
    woff.copy(tete, ecrit, lu, lu + 4)
    woff.copy(tete, ecrit + 4, lu + 16, lu + 20)
    tete.writeUInt32BE(place, ecrit + 8)
    tete.writeUInt32BE(table.length, ecrit + 12)
    const marge = Buffer.alloc(-table.length & 3)
    corps.push(table, marge)
    place += table.length + marge.length
  }
  return Buffer.concat([tete, ...corps])
}

/** U+202F, 0.19 em, that no published subset of these faces holds; first in each stack. */
function espaceFine(styleName, weightClass) {
  const glyphe = (name, unicode) => new opentype.Glyph({ name, unicode, advanceWidth: 190, path: new opentype.Path() })
  const police = new opentype.Font({
    familyName: 'Espace fine',
    styleName,
    weightClass,
    unitsPerEm: 1000,
    ascender: 800,
    descender: -200,
    glyphs: [glyphe('.notdef', undefined), glyphe('uni202F', 0x202f)],
  })
  return Buffer.from(police.toArrayBuffer())
}

export const polices = [
  espaceFine('Regular', 400),
  espaceFine('SemiBold', 600),
  ...LATINES.map((police) => deplier(lire(`@fontsource/${police}`))),
  ...SECOURS.map(lire),
]
