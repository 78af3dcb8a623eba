// A form of the page that is not saved stops the other ones: sending one would lose what is typed in it.
export function garde(racine) {
  for (const garde of racine.querySelectorAll('form[data-garde]')) {
    let touche = false
    garde.addEventListener('input', () => { touche = true })
    garde.addEventListener('submit', () => { touche = false })
    racine.addEventListener('submit', (event) => {
      if (!touche || event.target === garde || event.target.method !== 'post') return
      event.preventDefault()
      const avis = garde.querySelector('[data-avis]')
      avis.hidden = false
      avis.scrollIntoView({ block: 'center' })
      garde.querySelector('button:not([tabindex])')?.focus({ preventScroll: true })
    }, true)
  }
}
