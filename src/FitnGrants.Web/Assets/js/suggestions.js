// Search of a collectivité with proposals. Without script, or on failure, it is a plain field.
import accessibleAutocomplete from 'accessible-autocomplete'

const MINIMUM = 2
const DELAI = 150

export function suggestions(racine) {
  racine.querySelectorAll('input[data-suggestions]').forEach(enrichir)
}

function enrichir(champ) {
  const { suggestions: adresse, cible: nomCible } = champ.dataset
  const cible = nomCible ? champ.form?.elements.namedItem(nomCible) ?? document.getElementById(nomCible) : null
  const cadre = document.createElement('div')
  const decrit = champ.getAttribute('aria-describedby')
  champ.before(cadre)

  accessibleAutocomplete({
    element: cadre,
    id: champ.id,
    name: champ.name,
    defaultValue: champ.value,
    required: champ.required,
    inputClasses: champ.className || 'govuk-input',
    source: chercheur(adresse),
    minLength: MINIMUM,
    confirmOnBlur: false,
    displayMenu: 'overlay',
    dropdownArrow: () => '',
    menuAttributes: { 'aria-labelledby': etiquette(champ) },
    templates: { inputValue: (choix) => (typeof choix === 'string' ? choix : choix?.nom ?? ''), suggestion: proposition },
    onConfirm: (choix) => { if (cible && choix?.siren) cible.value = choix.siren },
    tNoResults: () => 'Aucune collectivité trouvée',
    tStatusQueryTooShort: (minimum) => `Saisissez au moins ${minimum} caractères pour voir des propositions.`,
    tStatusNoResults: () => 'Aucune collectivité trouvée.',
    tStatusSelectedOption: (choix, total, rang) => `${choix}, ${rang + 1} sur ${total}, en surbrillance.`,
    tStatusResults: (total, choix) => `${total} ${total > 1 ? 'collectivités proposées' : 'collectivité proposée'}. ${choix}`,
    tAssistiveHint: () => 'Quand des propositions s’affichent, parcourez-les avec les flèches haut et bas, choisissez avec Entrée. Sur un écran tactile, touchez-les ou balayez.',
  })
  champ.remove()

  const saisie = cadre.querySelector('input')
  for (const nom of ['aria-invalid', 'maxlength', 'spellcheck']) {
    if (champ.hasAttribute(nom)) saisie.setAttribute(nom, champ.getAttribute(nom))
  }
  saisie.addEventListener('input', () => { if (cible) cible.value = '' })
  garderDescription(saisie, decrit)

  // Enter sends the form as it is, unless a proposal is highlighted.
  cadre.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !cadre.querySelector('[role="option"][aria-selected="true"]')) event.stopPropagation()
  }, true)
}

function chercheur(adresse) {
  let minuterie
  let requete
  return (texte, afficher) => {
    clearTimeout(minuterie)
    requete?.abort()
    minuterie = setTimeout(async () => {
      requete = new AbortController()
      try {
        const url = new URL(adresse, document.baseURI)
        url.searchParams.set('q', texte.trim())
        const reponse = await fetch(url, { headers: { accept: 'application/json' }, signal: requete.signal })
        if (reponse.ok) afficher(await reponse.json())
      } catch (error) {
        if (error.name !== 'AbortError') console.warn(error)
      }
    }, DELAI)
  }
}

function proposition(choix) {
  if (typeof choix === 'string') return texte(choix)
  return `<span class="autocomplete__nom">${texte(choix.nom)}</span> <span class="autocomplete__precision">${texte(choix.precision ?? '')}</span>`
}

function texte(valeur) {
  const element = document.createElement('span')
  element.textContent = valeur
  return element.innerHTML
}

function etiquette(champ) {
  const label = document.querySelector(`label[for="${CSS.escape(champ.id)}"]`)
  if (label && !label.id) label.id = `${champ.id}-etiquette`
  return label?.id
}

// The component rewrites aria-describedby: keep the hint and error of the field in it.
function garderDescription(saisie, decrit) {
  if (!decrit) return
  const completer = () => {
    const actuel = saisie.getAttribute('aria-describedby') ?? ''
    if (!actuel.includes(decrit)) saisie.setAttribute('aria-describedby', `${decrit} ${actuel}`.trim())
  }
  new MutationObserver(completer).observe(saisie, { attributeFilter: ['aria-describedby'] })
  completer()
}
