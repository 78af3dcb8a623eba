import { brouillon } from './brouillon.js'
import { compteurs } from './compteurs.js'
import { controle } from './controle.js'
import { direct } from './direct.js'
import { envois } from './envois.js'
import { erreurs } from './erreurs.js'
import { garde } from './garde.js'
import { grille } from './grille.js'
import { menus } from './menus.js'
import { pieces } from './pieces.js'
import { presence } from './presence.js'
import { raccourcis } from './raccourcis.js'
import { recalcul } from './recalcul.js'
import { roles } from './roles.js'
import { selection } from './selection.js'
import { selon } from './selon.js'
import { suggestions } from './suggestions.js'

document.body.classList.add('js-enabled', 'govuk-frontend-supported')

for (const part of [menus, selon, selection, raccourcis, grille, suggestions, recalcul, roles, controle, direct, brouillon, compteurs, pieces, presence, erreurs, garde, envois]) {
  try {
    part(document)
  } catch (error) {
    // Pages stay usable without any of these parts.
    console.error(error)
  }
}
