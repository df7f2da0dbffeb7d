import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

export const says = "the moving figures of chapter 2 show the program's numbers, go back, refuse, and let their tasks be done"

const program = (...words) => execFileSync('build/02-network', words, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
const values = (...words) => Object.fromEntries([...program('--quiet', '--values', '/dev/stdout', ...words).matchAll(/^(\S+) = (\S+)$/gm)].map(([, name, value]) => [name, Number(value)]))

// What the figure shows.
const numbers = (panel) => panel.evaluate((it) => Object.fromEntries([...it.querySelectorAll('data[data-name]')].map((item) => [item.dataset.name, Number(item.value)])))
const location = (url) => decodeURI(new URL(url).hash.slice(1))
const status = (panel) => panel.locator('.status').textContent()

export async function use(tab, address) {
  const faults = []
  const check = (holds, fault) => holds || faults.push(fault)
  const page = address('02-network.html')
  const far = (a, b) => !(Math.abs(a - b) <= 1e-9 * Math.max(Math.abs(a), Math.abs(b), 1e-6))
  const same = (what, shown, wanted, names) => {
    for (const name of names) if (far(shown[name], wanted[name])) faults.push(`${what}: ${name} is ${shown[name]}, not ${wanted[name]}`)
  }
  const drawn = () => tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  // The state of a figure, by the address.
  const at = async (figure, state) => {
    await tab.evaluate((hash) => { location.hash = hash }, `${figure}?${state}`)
    const panel = tab.locator(`#${figure} .panel`)
    await panel.waitFor()
    await drawn()
    return panel
  }
  const press = async (panel, name) => {
    await panel.getByRole('button', { name, exact: true }).dispatchEvent('click')
    await drawn()
  }
  await tab.emulateMedia({ reducedMotion: 'reduce' })
  await tab.goto(page)

  // The decision plane
  const wanted = Object.keys(values('--epochs', '0')).filter((name) => /^(loss\.last|yhat\.\d|[Wb]\d.*)$/.test(name))
  check(wanted.length === 18, `the program has ${wanted.length} values to compare`)
  const states = ['', 'seed=2&step=700', 'seed=21&method=sgd&step=123', 'init=normal&method=shuffled&lr=2&step=3000', 'init=glorot&bug=no-w2&step=10000', 'bug=w2-first&method=sgd&step=40', 'bug=no-bias&step=1']
  let panel
  for (const state of states) {
    panel = await at('fig-film', state)
    const { step = 0, ...options } = Object.fromEntries(new URLSearchParams(state))
    const words = Object.entries(options).flatMap(([name, value]) => [`--${name}`, value])
    same(state, await numbers(panel), values(...words, '--epochs', String(step)), wanted)
  }
  // What the check says is of where the run stands: at its start, as the program has it.
  for (const bug of ['none', 'mean-bias', 'no-w2', 'prime-of-z']) {
    const shown = await numbers(await at('fig-film', `bug=${bug}`))
    let told = ''
    try {
      told = program('--check', '--bug', bug)
    } catch ({ stdout }) {
      told = stdout
    }
    const errors = [...told.matchAll(/ (\d\.\de[-+]\d+)$/gm)].map(([, error]) => Number(error))
    check(errors.length === 13, `--check prints ${errors.length} errors`)
    check(Number(shown['check.error'].toExponential(1)) === Math.max(...errors), `${bug}: the worst error is ${shown['check.error']}, not ${Math.max(...errors)}`)
    const wrong = errors.filter((error) => error > 1e-6).length
    check(shown['check.wrong'] === wrong && (await panel.locator('.wrong').count()) === wrong, `${bug}: not ${wrong} derivatives are marked wrong`)
  }
  const later = await numbers(await at('fig-film', 'seed=5&step=300'))
  await press(panel, 'Step')
  const next = await numbers(panel)
  await press(panel, 'Back')
  check(next['loss.last'] !== later['loss.last'] && JSON.stringify(later) === JSON.stringify(await numbers(panel)), 'Back does not undo Step')
  await press(panel, 'Reset')
  same('Reset', await numbers(panel), values('--seed', '5', '--epochs', '0'), wanted)
  await at('fig-film', 'seed=5&b2=0.25')
  const { b2, 'W1[0][0]': drawnW } = await numbers(panel)
  check(b2 === 0.25 && !far(drawnW, values('--seed', '5', '--epochs', '0')['W1[0][0]']), 'a parameter of the start is not taken, or takes others along')
  await at('fig-film', 'seed=1&lr=1000')
  check((await status(panel)).startsWith('lr: expected a number from 0.01 to 50'), `a rate of 1000 is answered by "${await status(panel)}"`)
  await at('fig-film', 'b2=many')
  check((await status(panel)).startsWith('b2: expected'), `a bias of "many" is answered by "${await status(panel)}"`)
  await at('fig-film', 'bug=prime-of-z&step=100')
  check((await status(panel)).startsWith('Diverged'), 'it is not told that a run diverged')
  await at('fig-film', 'seed=21&step=10000')
  check(!(await panel.locator('.done').count()), 'the task is done without a try')
  await panel.getByLabel('lr', { exact: true }).fill('4')
  await panel.getByLabel('lr', { exact: true }).press('Enter')
  await press(panel, 'Run')
  await panel.locator('.done').waitFor()

  // The pass of one row: the four rows add up to the program's gradient and loss, and each line of C is one of the program's.
  const worked = ['--params', 'code/02-network/worked.txt', '--epochs', '0']
  const whole = values(...worked)
  const slopes = Object.keys(whole).filter((name) => name.startsWith('dL_d'))
  const sums = {}
  for (const row of ['00', '01', '10', '11']) {
    panel = await at('fig-graph2', `row=${row}&step=4`)
    const shown = await numbers(panel)
    for (const name of slopes) sums[name] = (sums[name] ?? 0) + shown[name]
    same(`row ${row}`, shown, { yhat: whole[`yhat.first.${Number(`0b${row}`)}`] }, ['yhat'])
  }
  check(slopes.length === 13, `the program has ${slopes.length} derivatives`)
  same('the sum of four rows', sums, whole, slopes)
  const lines = readFileSync('code/02-network/network.c', 'utf8').split('\n').map((line) => line.trim())
  const measured = Object.fromEntries(readFileSync('build/data/02-network/measure.values', 'utf8').split('\n').map((line) => line.split(' = ')))
  await press(panel, 'Reset')
  const seen = []
  for (let step = 1; step <= 11; step++) {
    await press(panel, 'Step')
    const code = await panel.locator('.explained code').allTextContents()
    check(code.length > 0 && (await panel.locator('.explained math').count()) > 0, `step ${step} has no line of C, or no formula`)
    for (const line of code) check(lines.includes(line), `network.c has no line "${line}"`)
    const shown = await panel.locator('.explained data').evaluateAll((all) => all.map((item) => [item.dataset.name, Number(item.value)]))
    for (const [name, number] of shown) {
      const row = measured[`row.${name.replace(/\[(\d)\]$/, '.$1')}`]
      if (row !== undefined) same(`step ${step}`, { [name]: number }, { [name]: Number(row) }, [name])
    }
    seen.push(...shown.map(([name]) => name))
  }
  check(new Set(seen).size === 34, `the pass shows ${new Set(seen).size} numbers`)
  const text = () => panel.locator('.explained').textContent()
  const last = await text()
  await press(panel, 'Back')
  check((await text()) !== last, 'Back leaves the step as it is')
  await press(panel, 'Step')
  check((await text()) === last, 'Step does not undo Back')
  await panel.getByText('The parameters', { exact: true }).click()
  await panel.getByLabel('W2[1]', { exact: true }).fill('0')
  await panel.getByLabel('W2[1]', { exact: true }).press('Enter')
  await panel.locator('.done').waitFor()
  check(location(tab.url()) === 'fig-graph2?W2[1]=0&step=11', `the address is "${location(tab.url())}"`)

  // Starts, counted: also what the failures ended near, in the order of their number.
  const tallied = ['starts', 'solved', 'solved.share', 'solved.low', 'solved.high', 'diverged']
  for (const state of ['step=20', 'seed=19&step=7&epochs=3000', 'lr=2&epochs=500&step=60', 'init=tiny&epochs=200&step=9', 'method=shuffled&init=normal&lr=4&epochs=400&step=50']) {
    panel = await at('fig-starts', state)
    const { step, epochs = '10000', ...options } = Object.fromEntries(new URLSearchParams(state))
    const program = values(...Object.entries(options).flatMap(([name, value]) => [`--${name}`, value]), '--starts', step, '--epochs', epochs)
    same(state, await numbers(panel), program, tallied)
    const ended = Object.entries(program).filter(([name]) => name.startsWith('ended.')).sort((a, b) => b[1] - a[1]).slice(0, 5)
    const words = { 0: '0', t: '1/3', h: '½', w: '2/3', 1: '1', x: '–' }
    const wanted = ended.map(([name, count]) => `${[...name.slice(6)].map((letter) => words[letter]).join(' ')}: ${count}`).sort()
    const texts = await panel.locator('svg text[text-anchor=end]').allTextContents()
    const shown = texts.flatMap((text, k) => (text.includes(' ') ? [`${text}: ${texts[k + 1]}`] : [])).sort()
    check(wanted.join() === shown.join(), `${state}: the others end as ${shown}, not as ${wanted}`)
  }
  const before = await numbers(panel)
  await press(panel, 'Step')
  check((await numbers(panel)).starts === 51, 'Step adds no start')
  await press(panel, 'Back')
  check(JSON.stringify(before) === JSON.stringify(await numbers(panel)), 'Back does not take a start away')
  await at('fig-starts', 'epochs=20000')
  check((await status(panel)).startsWith('epochs: expected'), `20000 epochs are answered by "${await status(panel)}"`)
  await at('fig-starts', 'lr=7&epochs=500&step=99')
  await press(panel, 'Step')
  await panel.locator('.done').waitFor()
  return faults
}
