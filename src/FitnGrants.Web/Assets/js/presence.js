// Says that this step is open, and shows who else has the dossier open.
const RYTHME = 20000

export function presence(racine) {
  const zone = racine.querySelector('[data-presence]')
  const jeton = racine.querySelector('main [name=__RequestVerificationToken], [name=__RequestVerificationToken]')
  if (!zone || !jeton) return
  signaler()

  async function signaler() {
    if (!document.hidden && navigator.onLine) await demander()
    setTimeout(signaler, RYTHME)
  }

  async function demander() {
    try {
      const reponse = await fetch(zone.dataset.presence, {
        method: 'POST',
        body: new URLSearchParams({ Etape: zone.dataset.etape, __RequestVerificationToken: jeton.value }),
        headers: { Accept: 'application/json' },
      })
      if (!reponse.ok || reponse.redirected) return
      const { phrase } = await reponse.json()
      if (zone.textContent !== phrase) zone.textContent = phrase
    } catch {
      // Nobody is told: the next round asks again.
    }
  }
}
