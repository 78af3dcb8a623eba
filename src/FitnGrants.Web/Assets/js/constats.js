// The findings on a page speak of what was saved: they leave with what is typed.
export function oublierLesConstats(zones) {
  for (const zone of zones) {
    const constats = zone.matches('.constat') ? [zone] : [...zone.querySelectorAll('.constat')]
    if (!constats.length) continue
    for (const constat of constats) constat.hidden = true
    if (zone.querySelector('.govuk-error-message')) continue
    for (const champ of zone.querySelectorAll('.govuk-input--error, .govuk-textarea--error, .govuk-select--error, [aria-invalid]')) {
      champ.classList.remove('govuk-input--error', 'govuk-textarea--error', 'govuk-select--error')
      champ.removeAttribute('aria-invalid')
    }
  }
}
