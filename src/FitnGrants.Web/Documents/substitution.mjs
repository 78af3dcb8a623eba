// A sign that no typeface has is shown as a square: a text that was accepted never keeps a document from being made.
const CARRE = '\u25A1'
const ESSAIS = 4
// The engine names each text that it could not show, escaped as Rust does.
const REFUS = /the text `\\?"(.+?)\\?"` could not be displayed|codepoint `\\?"(.+?)\\?"`/g
const ECHAPPE = /\\+u\{([0-9a-f]{1,6})\}/g

/** The result of « rendre » on the data, JSON, with as few signs replaced as it takes. */
export function substituer(donnees, rendre) {
  for (let essai = 1; ; essai++) {
    try {
      return rendre(donnees)
    } catch (erreur) {
      const refuses = essai > ESSAIS ? null : signesRefuses(String(erreur?.message ?? erreur))
      if (refuses?.size === 0 || essai > ESSAIS + 1) throw erreur
      donnees = remplacer(donnees, (signe) => (refuses ? refuses.has(signe) : !ordinaire(signe)))
    }
  }
}

/** A letter of another shape is its plain one, « 𝗕 » « B », else a square; a mark is nothing. */
function remplacant(signe) {
  const simple = signe.normalize('NFKC')
  return Array.from(simple).every(ordinaire) ? simple : /\p{M}/u.test(signe) ? '' : CARRE
}

/** Letters of a European text are in the typeface: one of them in a refused text only carries the sign that is not. */
function ordinaire(signe) {
  const code = signe.codePointAt(0)
  return (code >= 0x20 && code < 0x250) || code === 0x0a || (code >= 0x2010 && code < 0x2060) || signe === CARRE
}

function signesRefuses(message) {
  const refuses = new Set()
  for (const [, texte, code] of message.matchAll(REFUS)) {
    for (const signe of (texte ?? code).replace(ECHAPPE, (_, hexa) => String.fromCodePoint(Math.min(parseInt(hexa, 16), 0x10ffff)))) {
      if (!ordinaire(signe) || code) refuses.add(signe)
    }
  }
  // A letter and a mark that do not go together: the marks go.
  if (refuses.size === 0 && REFUS.test(message)) for (let code = 0x300; code < 0x370; code++) refuses.add(String.fromCodePoint(code))
  REFUS.lastIndex = 0
  return refuses
}

function remplacer(donnees, enTrop) {
  const net = (valeur) =>
    typeof valeur === 'string' ? Array.from(valeur, (signe) => (enTrop(signe) ? remplacant(signe) : signe)).join('')
    : Array.isArray(valeur) ? valeur.map(net)
    : valeur && typeof valeur === 'object' ? Object.fromEntries(Object.entries(valeur).map(([cle, v]) => [cle, net(v)]))
    : valeur
  return JSON.stringify(net(JSON.parse(donnees)))
}
