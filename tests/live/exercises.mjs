// Tries the exercises in the pages as a reader does, in headless Chromium: each stub is not answered yet, each solution and right
// answer passes without a word, and each wrong answer on file is told its own sentence and no other, as tests/workbook/prove.sh has it
// of the terminal. Then what an answer may do that is no answer, and what the editor keeps. Nothing may be asked of another machine.
// Prints a line per check, and under it its faults. The sample has a few exercises, with a few wrong answers; few has all, with at most
// eight wrong answers each.
//
// usage: node exercises.mjs CHROMIUM FIREFOX FOLDER all|few|sample|NUMBER,…      from the root, when make live has been run
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, readdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { wrongAnswers } from '../../weave/live/compiler/wrong.mjs'
import { scenes } from './scenes.mjs'

const [chrome, fox, folder, extent] = process.argv.slice(2)
const { chromium, firefox } = createRequire(resolve('build/deps/pages/package.json'))('playwright-core')
const args = ['--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync']
if (process.getuid?.() === 0) args.push('--no-sandbox')
const launch = () => chromium.launch({ executablePath: chrome, args })
const launchFox = () => firefox.launch({ channel: 'moz-firefox', executablePath: fox })

// The server of make serve, on a port that is free.
const server = spawn('python3', ['-u', '-m', 'http.server', '--bind', '127.0.0.1', '--directory', folder, '0'], { stdio: ['ignore', 'pipe', 'ignore'] })
process.on('exit', () => server.kill())
let greeting = ''
const port = await new Promise((found) =>
  server.stdout.on('data', (said) => (greeting += said).match(/port \d+ /) && found(greeting.match(/port (\d+)/)[1])))
const address = (page) => `http://127.0.0.1:${port}/${page}`
const fromDisk = (page) => pathToFileURL(resolve(folder, page)).href

// What a reader does with one exercise of a page.
export class Exercise {
  constructor(tab, number) {
    this.tab = tab
    this.number = number
    this.section = tab.locator(`[id="ex-${number}"]`)
    this.said = this.section.locator('.said')
  }
  button(name) {
    return this.section.getByRole('button', { name, exact: true })
  }
  async open() {
    if (await this.section.locator('.workshop').count()) return this
    await this.section.getByRole('button', { name: /^Write it here/ }).click()
    await this.section.locator('.cm-content').waitFor()
    return this
  }
  async take(text) {
    await this.section.locator('input[type=file]').setInputFiles({ name: 'answer.c', mimeType: 'text/plain', buffer: Buffer.from(text) })
  }
  text() {
    return this.section.locator('.cm-content').evaluate((it) => it.cmTile.view.state.doc.toString())
  }
  // What is said: its headline, its lines, and the words of the compiler.
  async check(text) {
    if (text !== undefined) await this.take(text)
    await this.button('Check').click()
    await this.section.locator('.said strong, .said:not(:has(*))').filter({ hasNotText: /^(Compiling|Loading|$)/ }).waitFor({ timeout: 90_000 })
    return this.said.evaluate((it) => ({
      headline: it.querySelector('strong')?.textContent ?? it.textContent,
      lines: [...it.querySelectorAll('p')].map((line) => line.textContent),
      words: it.querySelector('pre')?.textContent ?? '',
    }))
  }
}

let passed = 0, failed = 0
function print(says, faults) {
  console.log(faults.length ? `FAIL ${says}` : `ok   ${says}`)
  for (const fault of faults) console.log(`       ${fault}`)
  faults.length ? failed++ : passed++
}

const chapters = readdirSync('code').filter((stem) => existsSync(`code/${stem}/exercises`)).sort()
const folders = Object.fromEntries(chapters.flatMap((stem) => readdirSync(`code/${stem}/exercises`).map((number) => [number, `code/${stem}/exercises/${number}`])))
const sample = extent === 'sample'
const chosen = sample ? ['1.3', '2.8'] : ['all', 'few'].includes(extent) ? Object.keys(folders) : extent.split(',')
const page = (number) => `${folders[number].split('/')[1]}.html`

// The proof of one exercise.
async function prove(tab, number) {
  const faults = [], at = folders[number], read = (name) => readFileSync(`${at}/${name}`, 'utf8')
  const exercise = await new Exercise(tab, number).open()
  const told = ({ headline, lines, words }) => [headline, ...lines, words].join(' | ').slice(0, 300)
  const stub = await exercise.check(read('stub.c'))
  if (!stub.headline.includes('not solved yet') || !stub.lines.length || !stub.lines.every((line) => line.startsWith('not answered yet: ')))
    faults.push(`the stub is told: ${told(stub)}`)
  for (const name of readdirSync(at).filter((name) => /^(solution|right-.*)\.c$/.test(name))) {
    const said = await exercise.check(read(name))
    if (said.headline !== `${number} solved` || said.lines.length || said.words) faults.push(`${name} is told: ${told(said)}`)
  }
  const shown = await exercise.section.locator('.wrong > div').count(), wrong = wrongAnswers(at)
  if (shown !== wrong.length) faults.push(`${shown} of ${wrong.length} wrong answers are shown`)
  const tried = sample ? wrong.slice(0, 4) : extent === 'few' ? wrong.filter((_, i) => i % Math.ceil(wrong.length / 8) === 0) : wrong
  for (const { name, told: meant, text } of tried) {
    const said = await exercise.check(text)
    if (!said.headline.includes('not solved yet') || said.lines.length !== 1 || !said.lines[0].includes(meant))
      faults.push(`${name}, meant to be told "${meant}", is told: ${told(said)}`)
  }
  return { says: `${number}: its stub, its right answers, ${tried.length} wrong ones`, faults }
}

// Each browser takes jobs; for those of one chapter, one tab, with one compiler.
const asked = new Set()
async function work(browser, jobs) {
  let tab, shows
  while (jobs.length) {
    const { name, on, job, fresh } = jobs.shift()
    if (!tab || fresh || shows !== on) {
      await tab?.close()
      tab = await (await browser.newContext({ acceptDownloads: true, viewport: { width: 1280, height: 900 } })).newPage()
      tab.on('request', (request) => asked.add(new URL(request.url()).origin))
      if (!fresh) await tab.goto(address(on))
      shows = fresh ? null : on
    }
    const errors = []
    tab.removeAllListeners('pageerror')
    tab.on('pageerror', ({ message }) => errors.push(`the page: ${message}`))
    try {
      const { says, faults } = await job(tab)
      print(says, [...faults, ...errors])
    } catch (error) {
      print(name, [error.message.split('\n').slice(0, 3).join(' '), ...errors])
    }
  }
  await browser.close()
}

const proofs = chosen.map((number) => ({ name: number, on: page(number), job: (tab) => prove(tab, number) }))
const acts = scenes(Exercise, { address, fromDisk }, (number, name) => readFileSync(`${folders[number]}/${name}`, 'utf8'), sample)
  .map(({ says, use, inFirefox, shared }) => ({ name: says, inFirefox, on: page('1.3'), fresh: !shared, job: async (tab) => ({ says, faults: await use(tab) }) }))
const [foxes, others] = [acts.filter(({ inFirefox }) => inFirefox), acts.filter(({ inFirefox }) => !inFirefox)]
// The first half for one browser, the second for another, so that a chapter's exercises follow each other.
const first = [...others.filter(({ fresh }) => !fresh), ...proofs.splice(0, Math.ceil(proofs.length / 2))]
const second = [...proofs, ...others.filter(({ fresh }) => fresh)]
await Promise.all([
  work(await launch(), first),
  work(await launch(), second),
  ...(sample || !fox ? [] : [work(await launchFox(), foxes)]),
])
print('nothing is asked of another machine', [...asked].filter((origin) => ![new URL(address('')).origin, 'null', 'file://'].includes(origin)))
console.log(`${passed} passed, ${failed} failed`)
process.exit(failed === 0 ? 0 : 1)
