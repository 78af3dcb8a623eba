// Live session: what changed elsewhere shows here within two seconds; what one is typing is never replaced.
const PERIODE = 1000
const ATTENTE = 5000

export function direct(racine) {
  const ecran = racine.querySelector('[data-direct]')
  if (!ecran) return
  let minuterie

  ecran.addEventListener('input', (event) => {
    if (!event.target.closest('[data-hypothese]')) return
    clearTimeout(minuterie)
    minuterie = setTimeout(actualiser, 200)
  })
  ecran.addEventListener('submit', (event) => {
    // Without a connection the browser would replace the screen of the room by its own error page.
    if (ecran.classList.contains('direct--coupe') || !navigator.onLine) {
      event.preventDefault()
      ecran.classList.add('direct--coupe')
      return
    }
    // « Proposer » goes to the server, with what is typed; trying an amount does not leave the page.
    if (!event.target.matches('[data-hypothese]') || event.submitter?.hasAttribute('formaction')) return
    event.preventDefault()
    actualiser()
  })
  racine.addEventListener('visibilitychange', actualiser)
  programmer()

  function programmer() {
    clearTimeout(minuterie)
    minuterie = setTimeout(actualiser, PERIODE)
  }

  async function actualiser() {
    clearTimeout(minuterie)
    if (racine.hidden) return
    try {
      const champ = ecran.querySelector('[data-hypothese] [name="Montant"]')
      const essai = champ && champ.value !== champ.defaultValue ? champ.value.trim() : ''
      const adresse = ecran.dataset.direct + (essai ? `?montant=${encodeURIComponent(essai)}` : '')
      const reponse = await fetch(adresse, { headers: { Accept: 'text/html' }, signal: AbortSignal.timeout(ATTENTE) })
      if (reponse.redirected || reponse.status === 404) return location.reload()
      if (reponse.ok) montrer(new DOMParser().parseFromString(await reponse.text(), 'text/html'), essai)
      ecran.classList.toggle('direct--coupe', !reponse.ok)
    } catch {
      // The connection is down: say so, keep what is shown, try again.
      ecran.classList.add('direct--coupe')
    }
    programmer()
  }

  function montrer(neuf, essai) {
    const zones = (d) => [...d.querySelectorAll('[data-zone]')].map((z) => z.dataset.zone + (z.dataset.cle ?? '')).join()
    // Another point, or another layout: everything changes.
    if (zones(neuf) !== zones(ecran)) {
      ecran.replaceChildren(...neuf.body.childNodes)
      return
    }
    for (const zone of neuf.querySelectorAll('[data-zone]')) {
      const ancienne = ecran.querySelector(`[data-zone="${zone.dataset.zone}"]`)
      if (zone.dataset.zone === 'hypothese') suivre(ancienne, zone, essai)
      else if (texte(ancienne) !== texte(zone)) remplacer(ancienne, zone)
    }
  }

  /** The amount follows the proposals of others as long as nobody typed here. */
  function suivre(ancienne, zone, essai) {
    const [champ, neuf] = [ancienne, zone].map((z) => z.querySelector('[name="Montant"]'))
    if (!champ || !neuf || essai || racine.activeElement === champ || champ.value !== champ.defaultValue) return
    champ.value = champ.defaultValue = neuf.defaultValue
  }

  /** What is read in a zone: the token of its forms is another one at each answer. */
  function texte(zone) {
    const copie = zone.cloneNode(true)
    copie.querySelectorAll('[name="__RequestVerificationToken"]').forEach((jeton) => jeton.remove())
    return copie.innerHTML
  }

  /** The keyboard stays where it was. */
  function remplacer(ancienne, zone) {
    const actif = ancienne.contains(racine.activeElement) ? signature(racine.activeElement) : null
    ancienne.innerHTML = zone.innerHTML
    if (actif) [...ancienne.querySelectorAll('a, button')].find((e) => signature(e) === actif)?.focus({ preventScroll: true })
  }

  function signature(element) {
    return [element.tagName, element.getAttribute('href'), element.form?.action, element.form?.querySelector('[name="Numero"]')?.value].join()
  }
}
