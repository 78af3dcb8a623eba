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
    const recu = document.createElement('template')
    recu.innerHTML = html
    const constats = new Map([...recu.content.querySelectorAll('template[data-champ]')].map((t) => [t.dataset.champ, t]))
    for (const place of formulaire.querySelectorAll('[data-constat]')) dire(place, constats.get(place.dataset.constat))
    for (const ici of formulaire.querySelectorAll('section > .constat')) ici.hidden = true
    for (const t of constats.values()) t.remove()
    volet.replaceChildren(recu.content)
    const chiffres = volet.querySelector('[data-depenses]')
    for (const nom of ['depenses', 'ressources']) {
      const total = formulaire.querySelector(`[data-total="${nom}"]`)
      if (total && chiffres) total.textContent = chiffres.dataset[nom] || '–'
    }
  }

  /** What is found of a field stays beside it, as it is typed. */
  function dire(place, constat) {
    const html = constat?.innerHTML.trim() ?? ''
    if (place.innerHTML.trim() === html) return
    place.innerHTML = html
    const champ = formulaire.querySelector(`#${CSS.escape(place.id.replace(/-constats$/, ''))}`)
    const bloque = place.querySelector('.constat--bloquant') !== null
    const decrit = new Set((champ?.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean))
    decrit[html ? 'add' : 'delete'](place.id)
    if (decrit.size) champ?.setAttribute('aria-describedby', [...decrit].join(' '))
    else champ?.removeAttribute('aria-describedby')
    if (bloque) champ?.setAttribute('aria-invalid', 'true')
    else if (!formulaire.querySelector(`#${CSS.escape(`${champ?.id}-erreur`)}`)) champ?.removeAttribute('aria-invalid')
    champ?.classList.toggle('govuk-input--error', bloque && champ.matches('.govuk-input'))
  }
}
