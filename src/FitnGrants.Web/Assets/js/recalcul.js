// Financing plan: totals, rate, floor and ceiling follow what is typed. The server computes; nothing is saved.
import { oublierLesConstats } from './constats.js'

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
  formulaire.addEventListener('input', (event) => {
    // Those of this line, of the totals and of the grant; the panel beside says what holds now.
    const ligne = event.target.closest('fieldset.ligne')
    oublierLesConstats([ligne, ...formulaire.querySelectorAll('section > .constat, [id$="__Montant-constats"]')].filter(Boolean))
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
