// What a role lets do, shown as soon as it is chosen; without script the list of all roles unfolds.
export function roles(racine) {
  for (const details of racine.querySelectorAll('[data-role]')) {
    const choix = details.closest('form').elements[details.dataset.role]
    const montrer = () => {
      for (const bloc of details.querySelectorAll('[data-pour]')) bloc.hidden = bloc.dataset.pour !== choix.value
      details.hidden = !choix.value
      details.open = true
    }
    choix.addEventListener('change', montrer)
    montrer()
  }
}
