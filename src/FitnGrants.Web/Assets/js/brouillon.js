// What is typed in a step is saved as it is typed, tried again while the connection is down, kept here across an expired
// session, and offered back. A form that a button alone may save, as a grid that concludes, is kept here and offered back.
import { oublierLesConstats } from './constats.js'

const DELAI = 1200
const ESSAI_MAXIMAL = 30000
const PREFIXE = 'brouillon:'
const TECHNIQUES = new Set(['Revision', 'Origine', 'Page', 'Dernier'])
// Marks of what a page showed: typed text goes back with them, so that the service sees what others changed since.
const MARQUES = /^(Vues\[|Revision$)/

export function brouillon(racine) {
  racine.querySelector('form[action="/compte/deconnexion"]')?.addEventListener('submit', oublierTout)
  const formulaire = racine.querySelector('form[data-brouillon]')
  const etat = racine.querySelector('[data-etat-brouillon]')
  const ici = formulaire?.dataset.brouillon === 'ici'
  if (!formulaire || !(etat || ici)) return
  const cle = PREFIXE + (ici ? formulaire.dataset.cle : location.pathname)
  const depart = lire()
  let minuterie
  let attente = 0
  let enCours = false
  let change = false
  let suite = null
  const touches = new Set()
  let enregistre = JSON.stringify(depart)

  // Said here: without this script nothing is saved by itself.
  const mots = etat?.querySelector('[data-seul]')
  if (mots && !mots.textContent.trim()) mots.textContent = mots.dataset.seul
  proposer()
  formulaire.addEventListener('input', noter)
  formulaire.addEventListener('input', (event) => {
    const groupe = event.target.closest('.govuk-form-group--error')
    if (groupe) touches.add(groupe)
  })
  formulaire.addEventListener('change', noter)
  formulaire.addEventListener('submit', (event) => {
    clearTimeout(minuterie)
    // One saving at a time: the button waits for the one under way, that changes the revision.
    if (enCours) {
      event.preventDefault()
      suite = () => formulaire.requestSubmit(event.submitter)
      return
    }
    if (ici || (navigator.onLine && !attente)) {
      ecrire({ champs: lire(), marques: marques(), quand: new Date().toISOString(), revision: formulaire.elements.Revision?.value, parti: true })
      return
    }
    // Leaving now would lose the page: the next try that passes says so.
    event.preventDefault()
    enregistrer()
  })
  addEventListener('online', () => change && enregistrer())
  // A page that comes back as it was carries the revision of before.
  addEventListener('pageshow', (event) => event.persisted && location.reload())
  racine.addEventListener('click', suivre)

  /** A link waits for what is typed to be saved: the next page must read the revision of after. */
  async function suivre(event) {
    const lien = event.target.closest('a[href]')
    if (!lien || !(change || enCours) || event.ctrlKey || event.metaKey || event.shiftKey || lien.target || lien.getAttribute('href').startsWith('#')) return
    event.preventDefault()
    if (enCours) await new Promise((resolve) => { suite = resolve })
    else await enregistrer()
    if (!attente) location.href = lien.href
  }

  function noter(event) {
    // A plan that is computed as it is typed says what it finds.
    if (event?.target.closest && !formulaire.dataset.recalcul) oublierLesConstats([event.target.closest('.govuk-form-group')].filter(Boolean))
    // Leaving a field that did not change is no news.
    if (!enCours && JSON.stringify(lire()) === enregistre) return
    ecrire({ champs: lire(), marques: marques(), quand: new Date().toISOString(), revision: formulaire.elements.Revision?.value })
    if (ici) return
    change = true
    clearTimeout(minuterie)
    minuterie = setTimeout(enregistrer, DELAI)
  }

  async function enregistrer() {
    clearTimeout(minuterie)
    if (enCours) return programmer(DELAI)
    enCours = true
    change = false
    formulaire.dataset.enCours = ''
    const envoye = JSON.stringify(lire())
    try {
      const reponse = await envoyer()
      attente = 0
      if (await apprendre(reponse)) enregistre = envoye
    } catch (erreur) {
      attente = Math.min(ESSAI_MAXIMAL, (attente || 1000) * 2)
      change = true
      dire(`${erreur.service ? 'Le service ne répond pas pour l’instant' : 'Connexion coupée'} : votre saisie est gardée ici, nous réessayons`, 'coupe')
      programmer(attente)
    } finally {
      enCours = false
      delete formulaire.dataset.enCours
      const reprise = suite
      suite = null
      reprise?.()
    }
  }

  function envoyer() {
    return fetch(location.pathname, {
      method: 'POST',
      body: new URLSearchParams(new FormData(formulaire)),
      headers: { Accept: 'application/json', 'X-Enregistrement': 'auto' },
    })
  }

  /** True once it is saved. */
  async function apprendre(reponse) {
    if (reponse.redirected || reponse.status === 401) return dire('Votre session a expiré : votre saisie est gardée ici.', 'coupe', location.href, 'Se reconnecter')
    const json = reponse.headers.get('Content-Type')?.includes('json') ? await reponse.json() : null
    // The same field changed by two: the service shows both and asks.
    if (reponse.status === 409 && json) return dire(json.phrase, 'coupe', null, 'choisir')
    if (reponse.status === 409) return dire('Quelqu’un a modifié ce dossier. Votre saisie est gardée ici.', 'coupe', location.pathname, 'Recharger la page')
    // A line half typed is no failure.
    if (reponse.status === 422) {
      direAuxChamps(json?.champs ?? {})
      return dire(json?.phrase ?? 'Pas encore enregistré', 'attente')
    }
    if (reponse.status >= 400 && reponse.status < 500) return dire('Cette page ne peut plus enregistrer. Votre saisie est gardée ici.', 'coupe', location.pathname, 'Recharger la page')
    // The service failed on this text: trying it again would fail again, and the page lets go.
    if (reponse.status === 500) return dire('Le service n’a pas pu enregistrer : votre saisie est gardée ici. Corrigez ce que vous venez d’écrire, ou réessayez plus tard.', 'coupe', location.pathname, 'Recharger la page')
    if (!reponse.ok || !json) throw Object.assign(new Error(`Réponse ${reponse.status}`), { service: true })
    direAuxChamps({})
    oublierLesRefus()
    formulaire.elements.Revision.value = json.revision
    formulaire.elements.Origine.value = json.origine
    if (change) {
      programmer(DELAI)
      return true
    }
    retirer()
    compter(json.points)
    dire(json.phrase, 'fait')
    return true
  }

  /** What the steps still ask, as the service counts it. */
  function compter(points) {
    for (const [etape, texte] of Object.entries(points ?? {})) {
      const lien = racine.querySelector(`.etapes a[href$="/modifier/${etape}"]`)
      let note = lien?.querySelector('.etape__note')
      if (lien && texte && !note) {
        note = Object.assign(document.createElement('span'), { className: 'etape__note' })
        lien.append(note)
      }
      if (note && texte) note.textContent = texte
      else note?.remove()
      if (texte) lien?.closest('.etape--faite')?.classList.replace('etape--faite', 'etape--afaire')
      if (texte) lien?.querySelector('.govuk-visually-hidden')?.remove()
    }
  }

  /** What keeps each field from being saved, beside it; but the one that is being written. */
  function direAuxChamps(fautes) {
    for (const dite of formulaire.querySelectorAll('[data-faute]')) {
      if (!(dite.dataset.faute in fautes)) oublierLaFaute(dite)
    }
    for (const [id, phrase] of Object.entries(fautes)) {
      const champ = racine.getElementById(id)
      const groupe = champ?.closest('.govuk-form-group')
      if (!groupe || champ === racine.activeElement || groupe.querySelector('.govuk-error-message')) continue
      const faute = Object.assign(document.createElement('p'), { className: 'govuk-error-message', id: `${id}-erreur`, textContent: phrase })
      faute.dataset.faute = id
      ;(champ.closest('.govuk-input__wrapper') ?? champ).before(faute)
      champ.setAttribute('aria-invalid', 'true')
      champ.setAttribute('aria-describedby', `${champ.getAttribute('aria-describedby') ?? ''} ${faute.id}`.trim())
      groupe.classList.add('govuk-form-group--error')
    }
  }

  /** What a field was refused for by its page, once it was changed and the service took it. */
  function oublierLesRefus() {
    for (const groupe of touches) {
      const dite = groupe.querySelector('.govuk-error-message:not([data-faute])')
      if (!dite) continue
      dite.dataset.faute = dite.id.replace(/-erreur$/, '')
      oublierLaFaute(dite)
    }
    touches.clear()
  }

  function oublierLaFaute(dite) {
    const champ = racine.getElementById(dite.dataset.faute)
    champ?.removeAttribute('aria-invalid')
    champ?.setAttribute('aria-describedby', (champ.getAttribute('aria-describedby') ?? '').replace(dite.id, '').trim())
    dite.closest('.govuk-form-group')?.classList.remove('govuk-form-group--error')
    dite.remove()
  }

  function programmer(delai) {
    clearTimeout(minuterie)
    minuterie = setTimeout(enregistrer, delai)
  }

  function dire(texte, genre, adresse, libelle) {
    etat.classList.toggle('enregistre--refuse', genre === 'coupe')
    etat.classList.toggle('enregistre--attente', genre === 'attente')
    etat.querySelector('[data-icone-fait]').hidden = genre !== 'fait'
    const mots = etat.querySelector('[data-mots]')
    if (mots.textContent !== texte) mots.textContent = texte
    etat.querySelector('a, button')?.remove()
    if (!libelle) return
    const lien = document.createElement(adresse ? 'a' : 'button')
    if (adresse) lien.href = adresse
    else Object.assign(lien, { type: 'button', className: 'lien', onclick: () => formulaire.requestSubmit() })
    lien.textContent = libelle
    etat.append(' ', lien)
  }

  /** Typed here before, and never saved: offered back, never put back by itself. */
  function proposer() {
    const garde = retrouver()
    if (!garde) return
    // What a button sent was saved, since the revision moved: the same values, written as the service writes them.
    if (!ici && garde.parti && garde.revision !== formulaire.elements.Revision?.value) return retirer()
    if (ici && garde.parti && racine.querySelector('.bandeau--succes')) return retirer()
    if (JSON.stringify(garde.champs) === JSON.stringify(depart)) return retirer()
    const modele = racine.querySelector('[data-reprise]')
    if (!modele) return
    modele.hidden = false
    modele.querySelector('[data-quand]').textContent = new Date(garde.quand).toLocaleString('fr-FR', { day: 'numeric', month: 'long', hour: 'numeric', minute: '2-digit' })
    modele.querySelector('[data-reprendre]').addEventListener('click', () => {
      remettre(garde.champs)
      if (ici) for (const [nom, valeur] of garde.marques ?? []) if (formulaire.elements[nom]) formulaire.elements[nom].value = valeur
      modele.hidden = true
      noter()
      formulaire.querySelector('input:not([type=hidden]), textarea, select')?.focus()
    })
    modele.querySelector('[data-abandonner]').addEventListener('click', () => {
      retirer()
      modele.hidden = true
    })
  }

  /** Fields as the form would send them, without its token nor its revision. */
  function lire() {
    return [...new FormData(formulaire)].filter(([nom, valeur]) => typeof valeur === 'string' && !nom.startsWith('__') && !TECHNIQUES.has(nom) && !MARQUES.test(nom))
  }

  function marques() {
    return ici ? [...new FormData(formulaire)].filter(([nom]) => MARQUES.test(nom)) : []
  }

  function remettre(champs) {
    for (const champ of formulaire.elements) {
      if (!champ.name || champ.name.startsWith('__') || TECHNIQUES.has(champ.name)) continue
      const valeurs = champs.filter(([nom]) => nom === champ.name).map(([, valeur]) => valeur)
      if (champ.type === 'checkbox' || champ.type === 'radio') {
        champ.checked = valeurs.includes(champ.value)
        // What opens with a choice opens again.
        if (champ.checked) champ.dispatchEvent(new Event('change', { bubbles: true }))
      }
      else if (champ.type !== 'hidden' && valeurs.length) champ.value = valeurs[0]
    }
  }

  function ecrire(valeur) {
    try {
      localStorage.setItem(cle, JSON.stringify(valeur))
    } catch {
      // No room, or a private window: the server's copy is the only one.
    }
  }

  function retrouver() {
    try {
      return JSON.parse(localStorage.getItem(cle))
    } catch {
      return null
    }
  }

  function retirer() {
    localStorage.removeItem(cle)
  }
}

/** A shared computer keeps nothing of who leaves it. */
function oublierTout() {
  for (const cle of Object.keys(localStorage)) if (cle.startsWith(PREFIXE)) localStorage.removeItem(cle)
}
