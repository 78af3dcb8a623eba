// Live session: what changed elsewhere shows here within two seconds; what one is typing is never replaced.
const PERIODE = 1000

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
    if (!event.target.matches('[data-hypothese]')) return
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
      const montant = ecran.querySelector('[data-hypothese] input')?.value.trim()
      const adresse = ecran.dataset.direct + (montant ? `?montant=${encodeURIComponent(montant)}` : '')
      const reponse = await fetch(adresse, { headers: { Accept: 'text/html' } })
      if (reponse.redirected || reponse.status === 404) return location.reload()
      if (reponse.ok) montrer(new DOMParser().parseFromString(await reponse.text(), 'text/html'))
      ecran.classList.toggle('direct--coupe', !reponse.ok)
    } catch {
      // The connection is down: say so, keep what is shown, try again.
      ecran.classList.add('direct--coupe')
    }
    programmer()
  }

  function montrer(neuf) {
    const zones = (d) => [...d.querySelectorAll('[data-zone]')].map((z) => z.dataset.zone + (z.dataset.cle ?? '')).join()
    // Another point, or another layout: everything changes.
    if (zones(neuf) !== zones(ecran)) {
      ecran.replaceChildren(...neuf.body.childNodes)
      return
    }
    for (const zone of neuf.querySelectorAll('[data-zone]')) {
      const ancienne = ecran.querySelector(`[data-zone="${zone.dataset.zone}"]`)
      if (zone.dataset.zone === 'hypothese') {
        const champ = (z) => z.querySelector('[data-proposition] [name="Montant"]')
        if (champ(ancienne) && champ(zone)) champ(ancienne).value = champ(zone).value
        continue
      }
      if (ancienne.innerHTML !== zone.innerHTML && !ancienne.contains(racine.activeElement)) ancienne.innerHTML = zone.innerHTML
    }
  }
}
