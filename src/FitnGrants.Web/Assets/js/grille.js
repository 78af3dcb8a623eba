// Instruction grid: the reason opens when it is owed; up and down keys move between lines.
const MEME_SENS = { NonApplicable: 'SansObjet', Bloquant: 'NonConforme' }

export function grille(racine) {
  racine.querySelectorAll('.choix-cadre[data-propose]').forEach((choix) => {
    const motif = motifDe(choix)
    if (!motif) return
    const appliquer = () => { motif.hidden = !motifAttendu(choix, motif) }
    choix.addEventListener('change', appliquer)
    appliquer()
  })
  racine.querySelectorAll('.grille__table').forEach((table) => {
    table.addEventListener('keydown', (event) => changerDeLigne(table, event))
  })
}

function motifDe(choix) {
  for (let voisin = choix.nextElementSibling; voisin; voisin = voisin.nextElementSibling) {
    if (voisin.matches('.motif')) return voisin
  }
  return null
}

function motifAttendu(choix, motif) {
  const { propose } = choix.dataset
  const retenu = choix.querySelector('input:checked')?.value
  if (motif.querySelector('textarea')?.value.trim()) return true
  if (!retenu) return propose === 'AVerifier' && Boolean(choix.closest('.a-conclure'))
  return propose === 'AVerifier' || retenu === 'NonConforme' || retenu !== (MEME_SENS[propose] ?? propose)
}

function changerDeLigne(table, event) {
  const pas = { ArrowUp: -1, ArrowDown: 1 }[event.key]
  if (!pas || !event.target.matches('.choix-cadre input')) return
  const lignes = [...table.querySelectorAll('.choix-cadre')]
  const suivante = lignes[lignes.indexOf(event.target.closest('.choix-cadre')) + pas]
  event.preventDefault()
  const cible = suivante?.querySelector('input:checked') ?? suivante?.querySelector('input')
  cible?.focus()
}
