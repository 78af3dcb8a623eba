// What a form would give follows what is typed in it: a payment that is controlled, a report. The server computes; nothing is saved.
const DELAI = 250

export function controle(racine) {
  const formulaire = racine.querySelector('form[data-controle]')
  if (!formulaire) return
  let attente
  let envoi

  formulaire.addEventListener('input', () => {
    clearTimeout(attente)
    attente = setTimeout(calculer, DELAI)
  })

  // A browser that goes back gives what was chosen, not what it came to.
  addEventListener('pageshow', () => {
    if ([...formulaire.elements].some((c) => c.checked !== c.defaultChecked || (c.type !== 'select-one' && c.value !== c.defaultValue))) calculer()
  })

  async function calculer() {
    envoi?.abort()
    envoi = new AbortController()
    const corps = new FormData(formulaire)
    corps.set('action', 'recalculer')
    try {
      const reponse = await fetch(formulaire.getAttribute('action'), { method: 'POST', body: corps, signal: envoi.signal })
      if (!reponse.ok || reponse.redirected) return
      const page = new DOMParser().parseFromString(await reponse.text(), 'text/html')
      for (const place of formulaire.querySelectorAll('[data-calcul]')) {
        const venu = page.querySelector(`[data-calcul="${place.dataset.calcul}"]`)
        // A field that is being written stays.
        if (venu && !place.contains(document.activeElement)) place.innerHTML = venu.innerHTML
      }
    } catch (error) {
      // While a number is half typed, or the line is cut, the last figures stay.
      if (error.name !== 'AbortError') console.error(error)
    }
  }
}
