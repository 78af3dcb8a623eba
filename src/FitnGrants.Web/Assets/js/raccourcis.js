// Work list by keyboard: these keys act only while a dossier of the list has the focus, so that they never get in the way of a tool.
export function raccourcis(racine) {
  const aide = racine.querySelector('#raccourcis')
  const table = racine.querySelector('table#dossiers')
  const bouton = racine.querySelector('[data-raccourcis]')
  if (!aide || !bouton) return
  bouton.hidden = false
  bouton.addEventListener('click', () => aide.showModal())
  if (!table) return
  const liens = [...table.querySelectorAll('td[data-titre="Dossier"] a')]
  table.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.target === table && event.key === 'ArrowDown') return aller(0, event)
    const rang = liens.findIndex((l) => l.closest('tr') === event.target.closest('tr'))
    if (rang < 0) return
    if (event.key === 'ArrowDown') aller(rang + 1, event)
    else if (event.key === 'ArrowUp') aller(rang - 1, event)
    else if (event.key === 'x' && event.target.matches('a')) liens[rang].closest('tr').querySelector('input[type="checkbox"]')?.click()
    else if (event.key === '/') chercher(event)
    else if (event.key === '?') aide.showModal()
  })

  function aller(rang, event) {
    event.preventDefault()
    liens[Math.max(0, Math.min(liens.length - 1, rang))]?.focus()
  }

  function chercher(event) {
    event.preventDefault()
    racine.querySelector('.recherche input')?.focus()
  }
}
