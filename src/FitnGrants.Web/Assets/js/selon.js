// What a « no » makes needless is not sent: a hidden field says nothing.
export function selon(racine) {
  const oui = racine.querySelector('[name="EnGroupement"][value="oui"]')
  if (!oui) return
  const champs = [...racine.querySelectorAll('.selon-groupement :is(input, select, textarea)')].filter((champ) => !champ.disabled)
  const appliquer = () => champs.forEach((champ) => { champ.disabled = !oui.checked })
  oui.form.addEventListener('change', appliquer)
  appliquer()
}
