// After a submit, the error summary takes the focus, and each of its links goes to its field.
export function erreurs(racine) {
  const resume = racine.querySelector('.erreurs')
  if (!resume) return
  if (!resume.hasAttribute('tabindex')) resume.setAttribute('tabindex', '-1')
  resume.focus()

  resume.addEventListener('click', (event) => {
    const lien = event.target.closest('a[href^="#"]')
    const champ = lien && racine.getElementById(decodeURIComponent(lien.hash.slice(1)))
    if (!champ || !champ.matches('input, select, textarea')) return
    const repere = champ.closest('fieldset')?.querySelector('legend') ??
      racine.querySelector(`label[for="${CSS.escape(champ.id)}"]`) ?? champ
    event.preventDefault()
    repere.scrollIntoView()
    champ.focus({ preventScroll: true })
  })
}
