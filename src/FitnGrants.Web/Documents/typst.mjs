// One worker: a JSON line in, a JSON line out. It stops with its parent, whose pipe closes.
import { createInterface } from 'node:readline'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { polices } from './polices.mjs'
import { substituer } from './substitution.mjs'

const dossier = dirname(fileURLToPath(import.meta.url))
const compilateur = NodeCompiler.create({ workspace: dossier, fontArgs: [{ fontBlobs: polices }] })

function rendre(modele, norme, jour, donnees) {
  return compilateur.pdf({ mainFilePath: join(dossier, `${modele}.typ`), inputs: { donnees, jour } }, { pdfStandard: norme })
}

createInterface({ input: process.stdin }).on('line', (ligne) => {
  const { numero, modele, norme, jour, donnees } = JSON.parse(ligne)
  let reponse
  try {
    const pdf = substituer(donnees, (d) => rendre(modele, norme, jour, d))
    reponse = { numero, pdf: Buffer.from(pdf).toString('base64') }
  } catch (erreur) {
    reponse = { numero, erreur: String(erreur?.message ?? erreur) }
  }
  process.stdout.write(JSON.stringify(reponse) + '\n')
}).on('close', () => process.exit(0))
