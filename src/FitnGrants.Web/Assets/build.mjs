// Builds the stylesheet, the script, the fonts and the map into wwwroot.
import { copyFile, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build, transform } from 'esbuild'
import { compileAsync } from 'sass'
import { franceMap } from './map.mjs'
import { thinSpaceFont } from './thin-space-font.mjs'

const assets = dirname(fileURLToPath(import.meta.url))
const root = join(assets, '..')
const out = join(root, 'wwwroot')
const modules = join(root, 'node_modules')

const fonts = [
  ['hanken-grotesk', 'files/hanken-grotesk-latin-wght-normal.woff2', 'hanken-grotesk-latin-wght-normal.woff2'],
  ['hanken-grotesk', 'files/hanken-grotesk-latin-wght-italic.woff2', 'hanken-grotesk-latin-wght-italic.woff2'],
  ['hanken-grotesk', 'LICENSE', 'hanken-grotesk-OFL.txt'],
  ['bricolage-grotesque', 'files/bricolage-grotesque-latin-wght-normal.woff2', 'bricolage-grotesque-latin-wght-normal.woff2'],
  ['bricolage-grotesque', 'LICENSE', 'bricolage-grotesque-OFL.txt'],
]

async function styles() {
  const { css } = await compileAsync(join(assets, 'scss', 'app.scss'), {
    // MoJ imports its dependencies by « node_modules/… ».
    loadPaths: [root],
    quietDeps: true,
  })
  const { code } = await transform(css, { loader: 'css', minify: true, target: ['chrome111', 'firefox114', 'safari16.4'] })
  await writeFile(join(out, 'css', 'app.css'), code)
  await copyFile(join(assets, 'img', 'chevron.svg'), join(out, 'css', 'chevron.svg'))
}

function scripts() {
  return build({
    entryPoints: [join(assets, 'js', 'app.js')],
    outfile: join(out, 'js', 'app.js'),
    absWorkingDir: root,
    bundle: true,
    format: 'iife',
    minify: true,
    target: 'es2020',
    legalComments: 'none',
    logLevel: 'warning',
  })
}

function typefaces() {
  return Promise.all([
    ...fonts.map(([name, from, to]) =>
      copyFile(join(modules, '@fontsource-variable', name, from), join(out, 'fonts', to))),
    writeFile(join(out, 'fonts', 'espace-fine.woff2'), thinSpaceFont()),
  ])
}

async function map() {
  const { ground, shapes } = await franceMap(modules)
  await Promise.all([
    writeFile(join(out, 'img', 'france.svg'), ground),
    writeFile(join(out, 'img', 'departements.json'), shapes),
    copyFile(join(modules, '@svg-maps', 'france.departments', 'LICENSE.md'), join(out, 'img', 'france-LICENSE.md')),
  ])
}

for (const folder of ['css', 'js', 'fonts', 'img']) {
  await rm(join(out, folder), { recursive: true, force: true })
  await mkdir(join(out, folder), { recursive: true })
}
await Promise.all([styles(), scripts(), typefaces(), map()])
