// Instruction grid: the reason opens when it is owed; up and down keys move between lines; a piece opens beside what is typed.
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
  racine.querySelectorAll('a[data-a-cote]').forEach((lien) => {
    lien.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return
      event.preventDefault()
      ouvrirACote(racine, lien)
    })
  })
}

/** Without leaving the page: what is typed in the grid stays. */
function ouvrirACote(racine, lien) {
  const cadre = racine.querySelector('.grille')
  let piece = racine.querySelector('.piece-ouverte')
  if (!piece) {
    cadre.querySelector('aside').prepend(racine.querySelector('#piece-a-cote').content.cloneNode(true))
    piece = racine.querySelector('.piece-ouverte')
  }
  cadre.classList.add('grille--avec-piece')
  piece.querySelector('h2').textContent = lien.dataset.nom
  Object.assign(piece.querySelector('iframe'), { title: lien.dataset.nom, src: lien.dataset.aCote })
  piece.querySelector('p a').onclick = (event) => {
    event.preventDefault()
    piece.remove()
    cadre.classList.remove('grille--avec-piece')
    lien.focus()
  }
  piece.focus()
  piece.scrollIntoView({ block: 'nearest' })
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
