// Financing plan: totals, rate, floor and ceiling follow what is typed. The server computes; nothing is saved.
const DELAI = 300

export function recalcul(racine) {
  const formulaire = racine.querySelector('form[data-recalcul]')
  const volet = racine.querySelector('.parcours__volet')
  if (!formulaire || !volet) return
  let attente
  let envoi

  // Enter in a number computes, and stays where one is.
  formulaire.addEventListener('keydown', (event) => {
    if (event.key !== 'Enter' || event.target.tagName !== 'INPUT') return
    event.preventDefault()
    calculer()
  })
  formulaire.addEventListener('input', () => {
    // The findings speak of what was saved, no longer of what is typed; the panel beside says what holds now.
    formulaire.querySelectorAll('.constat').forEach((constat) => { constat.hidden = true })
    formulaire.querySelectorAll('[aria-invalid]').forEach((champ) => {
      champ.removeAttribute('aria-invalid')
      champ.classList.remove('govuk-input--error', 'govuk-select--error')
    })
    clearTimeout(attente)
    attente = setTimeout(calculer, DELAI)
  })

  async function calculer() {
    envoi?.abort()
    envoi = new AbortController()
    try {
      const reponse = await fetch(formulaire.dataset.recalcul, { method: 'POST', body: new FormData(formulaire), signal: envoi.signal })
      // While a number is half typed, the last figures stay.
      if (reponse.ok && !reponse.redirected) montrer(await reponse.text())
    } catch (error) {
      if (error.name !== 'AbortError') console.error(error)
    }
  }

  function montrer(html) {
    volet.innerHTML = html
    const chiffres = volet.querySelector('[data-depenses]')
    for (const nom of ['depenses', 'ressources']) {
      const total = formulaire.querySelector(`[data-total="${nom}"]`)
      if (total && chiffres) total.textContent = chiffres.dataset[nom] || '–'
    }
  }
}
