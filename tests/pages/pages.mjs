// Checks the pages of the book in headless Chromium and, for what is cut, in Firefox, and their links and HTML, and the checks
// themselves: of each page of fixtures/ they must find what it says of itself in comments such as <!-- fails links: … no such place -->,
// and no more. Prints a line per check, and under it its faults.
//
// usage: node pages.mjs CHROMIUM FIREFOX FOLDER      from the root of the repository; the tools are in build/deps/pages
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { cuts, list, look } from './look.mjs'
import { uses } from './use.mjs'

const require = createRequire(resolve('build/deps/pages/package.json'))
const { chromium, firefox } = require('playwright-core')
const { FileSystemConfigLoader, HtmlValidate } = require('html-validate')
const axe = require('axe-core').source
const here = fileURLToPath(new URL('.', import.meta.url))

const checks = {
  accessibility: 'axe-core finds no violation',
  cut: 'nothing is cut at any width or on paper, in two browsers: it fits, or scrolls and shows that',
  glyphs: 'every character is drawn, by the font the page brings if it brings one',
  schemes: 'a light ground in the light, a dark one in the dark',
  console: 'no error on the console',
  requests: 'nothing is asked for outside the book, and all of it is there',
  script: 'the whole text can be read without script',
  keyboard: 'the focus is seen at every stop of Tab, and every fold unfolds',
  'skip link': 'the first stop of Tab leads to the text',
  sidenotes: 'every sidenote can be seen: beside the text, or by its toggle on a phone',
  pictures: 'every picture says in words what it shows, cuts off none, and is the narrow one on a phone',
  labels: 'the words of a figure are large enough, and none lies on a line or on another',
  links: 'every link leads to a file and a place that are there',
  ids: 'no id stands twice on a page',
  addresses: 'every link out of the book is https',
  html: 'html-validate finds no error',
}

// Runs each job, a function of a tab, in that many browsers at a time. Each has a new tab, for an old one loses keys; and of two tabs in one browser
// the one behind does, too.
async function inBrowsers(count, launch, jobs) {
  const results = new Array(jobs.length)
  let next = 0
  const work = async () => {
    const browser = await launch()
    while (next < jobs.length) {
      const at = next++
      const tab = await browser.newPage()
      results[at] = await jobs[at](tab)
      await tab.close()
    }
    await browser.close()
  }
  await Promise.all(Array.from({ length: count }, work))
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

const validator = new HtmlValidate(new FileSystemConfigLoader(JSON.parse(readFileSync(join(here, 'html-validate.json'), 'utf8'))))

// The looks to take at the pages of a folder, and what to make of them.
function inspection(folder) {
  const files = readdirSync(folder).filter((name) => name.endsWith('.html'))
  const urlOf = (file) => pathToFileURL(resolve(folder, file)).href
  const root = pathToFileURL(resolve(folder)).href + '/'
  const jobs = files.map((file) => async (tab) => ({ file, ...(await look(tab, urlOf(file), root, axe)) }))
  // for Firefox, in one tab, for a new one takes longer than most pages
  const cutting = async (tab) => {
    const found = []
    for (const file of files) {
      const { faults, report } = list()
      await tab.goto(urlOf(file))
      await cuts(tab, report)
      found.push(...faults.map((fault) => ({ file, ...fault })))
    }
    return found
  }
  // All faults: [{ file, check, fault, where }].
  const judge = async (seen, cut) => {
    const pages = new Map(seen.map(({ file, references }) => [urlOf(file), references]))
    const found = [...cut]
    found.push(...seen.flatMap(({ file, faults }) => faults.map((fault) => ({ file, ...fault }))))
    for (const file of files) {
      found.push(...linkFaults(urlOf(file), pages).map((fault) => ({ file, ...fault })))
      const { results } = await validator.validateString(readFileSync(join(folder, file), 'utf8'), join(folder, file))
      for (const { messages } of results)
        for (const { ruleId, message, line } of messages)
          found.push({ file, check: 'html', fault: `${ruleId}: ${message}`, where: `line ${line}` })
    }
    return found
  }
  return { files, jobs, cutting, judge }
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

const [program, fox, folder] = process.argv.slice(2)
const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update',
  '--disable-sync', '--host-resolver-rules=MAP * ~NOTFOUND']
if (process.getuid?.() === 0) args.push('--no-sandbox')
// As a reader has it: what plays into the hands of tests would let a page on disk fetch what it may not.
const launch = () => chromium.launch({ executablePath: program, args })
const launchFox = () => firefox.launch({ channel: 'moz-firefox', executablePath: fox, firefoxUserPrefs: { 'remote.prefs.recommended': false } })
const patience = 15 // minutes: a page may wait for what never comes
setTimeout(() => {
  console.error(`the pages were not looked at in ${patience} minutes`)
  process.exit(1)
}, patience * 60_000).unref()
const book = inspection(folder)
const proof = inspection(join(here, 'fixtures'))
const used = await uses(join(here, 'use'), folder)
const usesIn = (fox) => used.filter(({ inFirefox }) => inFirefox === fox)
const jobsOf = (uses) => uses.map(({ job }) => job)
const [seen, seenInFirefox] = await Promise.all([
  inBrowsers(2, launch, [...jobsOf(usesIn(false)), ...book.jobs, ...proof.jobs]),
  inBrowsers(1, launchFox, [...jobsOf(usesIn(true)), book.cutting, proof.cutting]),
])
for (const { says } of usesIn(false)) print(says, seen.shift())
for (const { says } of usesIn(true)) print(says, seenInFirefox.shift())

const [cut, cutInProof] = seenInFirefox
const proven = await proof.judge(seen.slice(book.jobs.length), cutInProof)
const caught = new Set()
const wrong = proof.files.flatMap((file) => {
  const expected = [...readFileSync(join(here, 'fixtures', file), 'utf8').matchAll(/<!-- fails (.*?): (.*?) -->/g)].map(([, check, fault]) => ({ check, fault }))
  const faults = proven.filter((fault) => fault.file === file)
  const same = (one, other) => one.check === other.check && other.fault.startsWith(one.fault)
  for (const { check } of expected) caught.add(check)
  return [
    ...expected.filter((one) => !faults.some((fault) => same(one, fault))).map(({ check, fault }) => `${file}: ${check} overlooks: ${fault}`),
    ...told(faults.filter((fault) => !expected.some((one) => same(one, fault)))),
  ]
})
const unproven = Object.keys(checks).filter((check) => !caught.has(check))
print('the checks of the pages find what is wrong with the pages made for it, and no more', [...wrong, ...unproven.map((check) => `no page fails ${check}`)])

const faults = await book.judge(seen.slice(0, book.jobs.length), cut)
for (const [check, says] of Object.entries(checks)) print(says, told(faults.filter((fault) => fault.check === check)))
