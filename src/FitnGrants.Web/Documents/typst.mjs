// One worker: a JSON line in, a JSON line out. It stops with its parent, whose pipe closes.
import { createInterface } from 'node:readline'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'

const dossier = dirname(fileURLToPath(import.meta.url))
const compilateur = NodeCompiler.create({ workspace: dossier })

createInterface({ input: process.stdin }).on('line', (ligne) => {
  const { numero, modele, norme, donnees } = JSON.parse(ligne)
  let reponse
  try {
    const pdf = compilateur.pdf(
      { mainFilePath: join(dossier, `${modele}.typ`), inputs: { donnees } },
      { pdfStandard: norme },
    )
    reponse = { numero, pdf: Buffer.from(pdf).toString('base64') }
  } catch (erreur) {
    reponse = { numero, erreur: String(erreur?.message ?? erreur) }
  }
  process.stdout.write(JSON.stringify(reponse) + '\n')
}).on('close', () => process.exit(0))
