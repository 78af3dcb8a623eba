// A button pressed twice sends once.
const ATTENTE = 10000

export function envois(racine) {
  racine.addEventListener('submit', (event) => {
    const formulaire = event.target
    if (event.defaultPrevented || formulaire.method !== 'post') return
    const depuis = Date.now() - Number(formulaire.dataset.parti ?? 0)
    if (depuis < ATTENTE) event.preventDefault()
    else formulaire.dataset.parti = Date.now()
  })
  // A page that comes back sends again.
  addEventListener('pageshow', () => {
    for (const formulaire of racine.querySelectorAll('form[data-parti]')) delete formulaire.dataset.parti
  })
}
