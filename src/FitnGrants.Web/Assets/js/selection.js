// Dossiers ticked in a list stay ticked from one of its pages to the next; a batch goes on by itself.
const PREFIXE = 'selection:'

export function selection(racine) {
  racine.querySelectorAll('form[data-selection]').forEach(suivre)
  racine.querySelectorAll('[data-lot] form').forEach(continuer)
}

function suivre(formulaire) {
  const cle = PREFIXE + formulaire.dataset.selection
  const cases = [...document.querySelectorAll(`input[form="${formulaire.id}"][name="Numeros"]`)]
  const choisis = new Set(JSON.parse(sessionStorage.getItem(cle) ?? '[]'))
  cases.forEach((c) => { c.checked = choisis.has(c.value) })
  const compte = formulaire.querySelector('[data-choisis]')

  const entiere = formulaire.querySelector('input[name="Tout"]')
  entiere?.addEventListener('change', () => montrer())

  const montrer = () => {
    const n = choisis.size
    compte.textContent = entiere?.checked ? 'Toute la liste choisie' : n === 0 ? compte.dataset.aucun : n === 1 ? '1 dossier choisi' : `${n} dossiers choisis`
    cases.forEach((c) => c.closest('tr').classList.toggle('choisi', c.checked))
    if (n) sessionStorage.setItem(cle, JSON.stringify([...choisis]))
    else sessionStorage.removeItem(cle)
    vider.hidden = n === 0
    tout.checked = cases.every((c) => c.checked)
    tout.indeterminate = !tout.checked && cases.some((c) => c.checked)
  }
  const tout = document.querySelector(`[data-tout-cocher="${formulaire.id}"]`)
  tout.hidden = false
  tout.addEventListener('change', () => {
    for (const c of cases) {
      c.checked = tout.checked
      if (c.checked) choisis.add(c.value)
      else choisis.delete(c.value)
    }
    montrer()
  })
  const vider = Object.assign(document.createElement('button'), { type: 'button', className: 'lien', textContent: 'Tout désélectionner' })
  vider.addEventListener('click', () => {
    choisis.clear()
    cases.forEach((c) => { c.checked = false })
    montrer()
  })
  formulaire.append(vider)
  cases.forEach((c) => c.addEventListener('change', () => {
    if (c.checked) choisis.add(c.value)
    else choisis.delete(c.value)
    montrer()
  }))
  // Those of other pages leave with the form; what was asked once is not ticked again afterwards.
  formulaire.addEventListener('submit', (event) => {
    formulaire.querySelectorAll('[data-ailleurs]').forEach((e) => e.remove())
    const ici = new Set(cases.map((c) => c.value))
    for (const numero of choisis) {
      if (ici.has(numero)) continue
      const champ = Object.assign(document.createElement('input'), { type: 'hidden', name: 'Numeros', value: numero })
      champ.dataset.ailleurs = ''
      formulaire.append(champ)
    }
    if (event.submitter?.name === 'Acte') sessionStorage.removeItem(cle)
  })
  addEventListener('pageshow', (event) => event.persisted && location.reload())
  montrer()
}

async function continuer(formulaire) {
  const zone = formulaire.closest('[data-lot]')
  formulaire.hidden = true
  try {
    while (document.contains(formulaire)) {
      const reponse = await fetch(formulaire.action, { method: 'POST', body: new URLSearchParams(new FormData(formulaire)) })
      if (!reponse.ok) break
      const page = new DOMParser().parseFromString(await reponse.text(), 'text/html')
      const suite = page.querySelector('[data-lot]')
      if (!suite) return location.reload()
      zone.querySelector('.chapeau').textContent = suite.querySelector('.chapeau').textContent
      zone.querySelector('progress').value = suite.querySelector('progress').value
    }
  } catch {
    // The connection is down: the button carries on.
  }
  formulaire.hidden = false
}
