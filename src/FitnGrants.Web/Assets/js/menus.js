// Panels folded on small screens only: the markup leaves them open for those without script.
const LARGE = '(min-width: 48.0625em)'
const AGENT_LARGE = '(min-width: 68.75em)'

export function menus(racine) {
  replier(racine.querySelectorAll('details.menu, .etapes details'), LARGE)
  replier(racine.querySelectorAll('details.filtres-repli'), AGENT_LARGE)

  const menu = racine.querySelector('details.menu')
  menu?.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !menu.open || matchMedia(LARGE).matches) return
    menu.open = false
    menu.querySelector('summary').focus()
  })
}

function replier(panneaux, requete) {
  if (!panneaux.length) return
  const large = matchMedia(requete)
  const appliquer = () => panneaux.forEach((panneau) => { panneau.open = large.matches })
  large.addEventListener('change', appliquer)
  appliquer()
}
