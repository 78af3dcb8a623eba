import { CharacterCount } from 'govuk-frontend/dist/govuk/components/character-count/character-count.mjs'

// What is left of a text, once three quarters of its limit are reached. The limit itself is on the page.
export function compteurs(racine) {
  for (const champ of racine.querySelectorAll('[data-module="govuk-character-count"]')) {
    new CharacterCount(champ, {
      threshold: 75,
      i18n: {
        charactersUnderLimit: { one: 'Il reste %{count} caractère', other: 'Il reste %{count} caractères' },
        charactersAtLimit: 'Il ne reste aucun caractère',
        charactersOverLimit: { one: '%{count} caractère de trop', other: '%{count} caractères de trop' },
      },
    })
  }
}
