// Files are sent one by one, with their progress, dropped or chosen; a connection that breaks is tried again.
const ESSAIS = 4
const SUIVI = 2000

export function pieces(racine) {
  const formulaire = racine.querySelector('form[data-televersement]')
  if (!formulaire) return
  const entree = formulaire.querySelector('input[type=file]')
  const liste = formulaire.querySelector('[data-televersements]')
  let enCours = Promise.resolve()
  let envois = 0

  formulaire.addEventListener('submit', (event) => {
    event.preventDefault()
    const continuer = event.submitter?.value === 'continuer'
    const attendre = envois > 0 || entree.files.length > 0
    if (entree.files.length || !(continuer || envois)) envoyerLesChoisis()
    if (continuer) avancer(attendre)
  })
  // A chosen file goes at once: nobody leaves it behind.
  entree.addEventListener('change', () => { if (entree.files.length) envoyerLesChoisis() })
  formulaire.classList.add('depot-de-fichiers')
  for (const nom of ['dragenter', 'dragover']) formulaire.addEventListener(nom, (event) => survoler(event, true))
  for (const nom of ['dragleave', 'drop']) formulaire.addEventListener(nom, (event) => survoler(event, false))
  formulaire.addEventListener('drop', (event) => {
    entree.files = event.dataTransfer.files
    envoyerLesChoisis()
  })
  // Leaving now would cut what is being sent.
  addEventListener('beforeunload', (event) => { if (envois > 0) event.preventDefault() })
  suivre()

  function envoyerLesChoisis() {
    envoyerTous([...entree.files])
    // The next file says what it is too.
    if (formulaire.elements.Type.value) entree.value = formulaire.elements.Type.value = ''
  }

  /** To the next step, once what is being sent is here; a file refused meanwhile is read first. */
  async function avancer(attendre) {
    await enCours
    if (!attendre || !liste.children.length) location.href = location.pathname.replace(/pieces$/, 'recapitulatif')
  }

  function survoler(event, dessus) {
    event.preventDefault()
    formulaire.classList.toggle('depot-de-fichiers--survol', dessus)
  }

  function envoyerTous(fichiers) {
    if (!fichiers.length) return dire(ligne('Aucun fichier'), 'Choisissez un fichier à joindre.', true)
    if (!formulaire.elements.Type.value) {
      formulaire.elements.Type.focus()
      liste.replaceChildren()
      return dire(ligne(fichiers[0].name), 'Dites ce qu’est cette pièce, puis joignez-la.', true)
    }
    const type = formulaire.elements.Type.value
    for (const refuse of liste.querySelectorAll('.televersement--refuse')) if (!refuse.querySelector('button')) refuse.remove()
    for (const fichier of fichiers) {
      const element = ligne(fichier.name)
      // The server says it too; here it is said before a long wait.
      if (fichier.size > Number(formulaire.dataset.maximum)) dire(element, 'Ce fichier est trop lourd : réduisez-le, ou joignez-le en plusieurs fichiers.', true)
      else {
        envois++
        enCours = enCours.then(() => essayer(fichier, type, element, 1)).finally(() => envois--)
      }
    }
    enCours = enCours.then(rafraichir)
  }

  async function essayer(fichier, type, element, essai) {
    try {
      const { code, json } = await envoyer(fichier, type, element)
      // What is sent again after a cut is expected to be there.
      if (code === 200) return json?.note && essai === 1 ? dire(element, json.phrase, false) : element.remove()
      if (code === 422) return dire(element, json?.phrase ?? 'Ce fichier n’a pas été accepté.', true)
      if (code >= 400 && code < 500) return dire(element, 'Cette page ne peut plus joindre de pièce : rechargez-la, puis joignez ce fichier à nouveau.', true)
      throw Object.assign(new Error(`Réponse ${code}`), { service: true })
    } catch (erreur) {
      const cause = erreur.service ? 'Le service ne répond pas pour l’instant' : 'Connexion coupée'
      if (essai >= ESSAIS) return rejouer(fichier, type, element, cause)
      dire(element, `${cause} : nous réessayons.`, true)
      await new Promise((resolve) => setTimeout(resolve, 1000 * 2 ** essai))
      return essayer(fichier, type, element, essai + 1)
    }
  }

  function rejouer(fichier, type, element, cause) {
    dire(element, `${cause} : ce fichier n’est pas joint.`, true)
    const bouton = document.createElement('button')
    bouton.type = 'button'
    bouton.className = 'lien'
    bouton.textContent = 'Réessayer'
    bouton.addEventListener('click', () => essayer(fichier, type, element, 1).then(rafraichir))
    element.append(' ', bouton)
  }

  function envoyer(fichier, type, element) {
    const corps = new FormData()
    corps.append('Type', type)
    corps.append('Fichiers', fichier)
    corps.append('__RequestVerificationToken', formulaire.elements.__RequestVerificationToken.value)
    const barre = document.createElement('progress')
    barre.max = 100
    barre.setAttribute('aria-label', `Envoi de ${fichier.name}`)
    element.querySelector('[data-mots]').replaceChildren(barre)
    return new Promise((resolve, reject) => {
      const requete = new XMLHttpRequest()
      requete.open('POST', location.pathname)
      requete.setRequestHeader('X-Enregistrement', 'auto')
      requete.setRequestHeader('Accept', 'application/json')
      requete.upload.addEventListener('progress', (event) => { if (event.lengthComputable) barre.value = Math.round((100 * event.loaded) / event.total) })
      requete.addEventListener('error', reject)
      requete.addEventListener('load', () => {
        const enJson = requete.getResponseHeader('Content-Type')?.includes('json')
        // Signed out: the answer is the sign-in page.
        resolve({ code: requete.responseURL.includes('/compte/connexion') ? 401 : requete.status, json: enJson ? JSON.parse(requete.responseText) : null })
      })
      requete.send(corps)
    })
  }

  function ligne(nom) {
    const element = document.createElement('li')
    const titre = document.createElement('strong')
    titre.textContent = nom
    const mots = document.createElement('span')
    mots.dataset.mots = ''
    element.append(titre, ' ', mots)
    liste.append(element)
    return element
  }

  function dire(element, texte, refus) {
    element.classList.toggle('televersement--refuse', refus)
    // The service's sentence names the file already.
    element.querySelector('strong').hidden = texte.startsWith('«')
    element.querySelector('button')?.remove()
    element.querySelector('[data-mots]').textContent = texte
  }

  /** The list and what is expected, as the server knows them now. */
  async function rafraichir() {
    try {
      const reponse = await fetch(location.pathname)
      if (!reponse.ok || reponse.redirected) return
      const page = new DOMParser().parseFromString(await reponse.text(), 'text/html')
      for (const choix of ['[data-pieces]', '.attendues', '.etapes ol', '.a-traiter']) {
        const [ici, lu] = [racine.querySelector(choix), page.querySelector(choix)]
        if (ici && lu && ici.innerHTML !== lu.innerHTML) ici.innerHTML = lu.innerHTML
      }
    } catch {
      // The list stays as it was: the next look says more.
    }
  }

  /** Until the antivirus has answered for each. */
  function suivre() {
    setTimeout(async () => {
      if (racine.querySelector('[data-piece="EnAnalyse"]') && !document.hidden) await rafraichir()
      suivre()
    }, SUIVI)
  }
}
