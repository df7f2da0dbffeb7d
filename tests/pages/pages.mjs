// Checks the pages of the book in headless Chromium, and their links and HTML. Prints a line per check, and under it its faults.
//
// usage: node pages.mjs CHROMIUM FOLDER      every page of the folder must be free of faults
//        node pages.mjs CHROMIUM --self-test each page of fixtures/ must fail the check it is named for and no other, good.html none
//
// Runs from the root of the repository; the tools it needs are in build/deps.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { everySetting, look } from './look.mjs'

const require = createRequire(resolve('build/deps/package.json'))
const { chromium } = require('playwright-core')
const { FileSystemConfigLoader, HtmlValidate } = require('html-validate')
const axe = require('axe-core').source
const here = fileURLToPath(new URL('.', import.meta.url))

const checks = {
  accessibility: 'axe-core finds no violation',
  overflow: 'no page scrolls sideways, no text is cut off',
  glyphs: 'every character is drawn, by the font the page brings if it brings one',
  schemes: 'a light ground in the light, a dark one in the dark',
  console: 'no error on the console',
  requests: 'nothing is asked for outside the book, and all of it is there',
  script: 'the whole text can be read without script',
  keyboard: 'the focus is seen at every stop of Tab, and every fold unfolds',
  'skip link': 'the first stop of Tab leads to the text',
  sidenotes: 'every sidenote can be seen: beside the text, or by its toggle on a phone',
  pictures: 'every picture says in words what it shows',
  links: 'every link leads to a file and a place that are there',
  ids: 'no id stands twice on a page',
  addresses: 'every link out of the book is https',
  html: 'html-validate finds no error',
}

// job(tab, item) for each item, in a few tabs side by side.
async function inTabs(browser, items, job, size = 3) {
  const results = new Array(items.length)
  let next = 0
  const work = async () => {
    const tab = await browser.newPage()
    while (next < items.length) {
      const at = next++
      results[at] = await job(tab, items[at])
    }
  }
  await Promise.all(Array.from({ length: size }, work))
  return results
}

// The faults of the links of a page that stands at url: pages maps the url of each page to what references() found there.
function linkFaults(url, pages) {
  const faults = []
  const { ids, links, named } = pages.get(url)
  for (const id of new Set(ids.filter((id, at) => ids.indexOf(id) !== at))) faults.push({ check: 'ids', fault: `id="${id}" stands twice` })
  for (const id of new Set(named)) if (!ids.includes(id)) faults.push({ check: 'links', fault: `no element has the id ${id}` })
  for (const { tag, value } of links) {
    const target = new URL(value, url)
    if (target.protocol === 'data:' || target.protocol === 'https:') continue
    if (target.protocol !== 'file:' || target.host) {
      faults.push({ check: 'addresses', fault: `<${tag}> leads to ${value}` })
      continue
    }
    const id = decodeURIComponent(target.hash.slice(1))
    target.hash = ''
    if (!existsSync(target) || target.href.endsWith('/')) faults.push({ check: 'links', fault: `${value}: no such file` })
    else if (id && !pages.get(target.href)?.ids.includes(id)) faults.push({ check: 'links', fault: `${value}: no such place` })
  }
  return faults
}

// All faults of the pages of a folder: [{ file, check, fault, where }].
async function inspect(browser, folder, settings) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.html'))
  const urlOf = (file) => pathToFileURL(resolve(folder, file)).href
  const root = pathToFileURL(resolve(folder)).href + '/'
  const seen = await inTabs(browser, files, (tab, file) => look(tab, urlOf(file), root, axe, settings))
  const pages = new Map(files.map((file, at) => [urlOf(file), seen[at].page]))
  const validator = new HtmlValidate(new FileSystemConfigLoader(JSON.parse(readFileSync(join(here, 'html-validate.json'), 'utf8'))))
  const faults = []
  for (const [at, file] of files.entries()) {
    faults.push(...seen[at].faults.map((fault) => ({ file, ...fault })))
    faults.push(...linkFaults(urlOf(file), pages).map((fault) => ({ file, ...fault })))
    const report = await validator.validateString(readFileSync(join(folder, file), 'utf8'), join(folder, file))
    for (const { messages } of report.results)
      for (const { ruleId, message, line } of messages) faults.push({ file, check: 'html', fault: `${ruleId}: ${message}`, where: `line ${line}` })
  }
  return { files, faults }
}

function print(name, faults) {
  console.log(`${faults.length ? 'FAIL' : 'ok  '} ${name}`)
  for (const fault of faults.slice(0, 12)) console.log(`       ${fault}`)
  if (faults.length > 12) console.log(`       and ${faults.length - 12} more`)
}

// The same fault at several widths or in both schemes is told once.
function told(faults) {
  const places = new Map()
  for (const { file, fault, where } of faults) {
    const text = `${file}: ${fault}`
    places.set(text, [...(places.get(text) ?? []), where].filter(Boolean))
  }
  return [...places].map(([text, where]) => (where.length ? `${text} (${[...new Set(where)].join('; ')})` : text))
}

const [program, what] = process.argv.slice(2)
const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND']
if (process.getuid?.() === 0) args.push('--no-sandbox')
const browser = await chromium.launch({ executablePath: program, args })
if (what === '--self-test') {
  const { files, faults } = await inspect(browser, join(here, 'fixtures'), [[1280, 'light'], [390, 'dark']])
  const wrong = files.flatMap((file) => {
    const expected = file === 'good.html' ? [] : [file.split('.')[0].replace('-', ' ')]
    const found = [...new Set(faults.filter((fault) => fault.file === file).map((fault) => fault.check))]
    if (found.join() === expected.join()) return []
    return [`${file}: expected ${expected.join() || 'no fault'}, found:`, ...told(faults.filter((fault) => fault.file === file))]
  })
  const unproven = Object.keys(checks).filter((check) => !files.includes(`${check.replace(' ', '-')}.html`))
  print(`each of these checks catches the page made to fail it (${files.length - 1} pages)`,
    [...wrong, ...unproven.map((check) => `no page fails the check ${check}`)])
} else {
  const { files, faults } = await inspect(browser, what, everySetting)
  console.log(`${files.length} pages, at 390 and 1280 px, light and dark`)
  for (const [check, says] of Object.entries(checks)) print(says, told(faults.filter((fault) => fault.check === check)))
}
await browser.close()
