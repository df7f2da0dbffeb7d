// What the tests of the moving figures share.
import { execFileSync } from 'node:child_process'

// The numbers that a figure shows in a state, given as its address has it: "w=1&step=3".
export async function shown(tab, page, figure, state) {
  await tab.goto(`${page}#${figure}?${state}`)
  const panel = tab.locator(`#${figure} .panel`)
  await panel.waitFor()
  const fault = await tab.locator(`.live[data-of=${figure}] p`).textContent()
  if (fault) throw new Error(`${figure}?${state}: ${fault}`)
  await tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  return panel.evaluate((it) => Object.fromEntries([...it.querySelectorAll('data')].map((number) => [number.dataset.name, Number(number.value)])))
}

// What a program writes as `name = value`.
export function values(command) {
  const text = execFileSync('sh', ['-c', `build/${command} --quiet --values /dev/stdout`]).toString()
  return Object.fromEntries(text.trim().split('\n').map((line) => line.split(' = ')).map(([name, value]) => [name, Number(value)]))
}

// The last row of the trace that a program writes.
export function lastRow(command) {
  const rows = execFileSync('sh', ['-c', `build/${command} --quiet --trace /dev/stdout`]).toString().trim().split('\n').map((line) => line.split(','))
  return Object.fromEntries(rows[0].map((name, i) => [name, Number(rows.at(-1)[i])]))
}

// Faults where a number is not what a program gives: pairs of the figure's name and the program's. The last bit may differ.
export function differing(state, numbers, wanted, names) {
  return Object.entries(names)
    .filter(([name, theirs]) => !(Math.abs(numbers[name] - wanted[theirs]) <= 1e-9 * Math.abs(wanted[theirs])))
    .map(([name, theirs]) => `${state}: ${name} is ${numbers[name]}, the program's ${theirs} ${wanted[theirs]}`)
}

// Faults of what all figures do: a state out of range is refused aloud, Step and Back undo each other, Reset and "As in the book" go
// back, a guess comes first, and the task is done in the state given.
export async function manners(tab, page, figure, { refused, solved }) {
  const faults = []
  const panel = tab.locator(`#${figure} .panel`), status = panel.locator('.status'), step = panel.locator('.buttons input')
  const numbers = () => shown(tab, page, figure, '').then(JSON.stringify)
  await tab.goto('about:blank')
  await tab.goto(page)
  await tab.evaluate(() => document.querySelectorAll('.answer').forEach((it) => it.dispatchEvent(new Event('beforematch'))))
  await tab.locator(`.live[data-of=${figure}] .move`).click()
  if (!(await panel.getByRole('button', { name: 'Run', exact: true }).isDisabled())) faults.push(`${figure}: it moves before the guess`)
  await panel.locator('.ask li button').first().click()
  if (!(await panel.locator('.ask').textContent()).match(/(Yes|No)\./)) faults.push(`${figure}: no reason stands beside the guess`)
  if (await panel.locator('.done').count()) faults.push(`${figure}: the task is done from the start`)
  const value = () => step.inputValue()
  await panel.getByRole('button', { name: 'Step', exact: true }).click()
  await panel.getByRole('button', { name: 'Step', exact: true }).click()
  await tab.waitForFunction((it) => document.querySelector(it).value === '2', `#${figure} .buttons input`)
  await panel.getByRole('button', { name: 'Back' }).click()
  await tab.waitForFunction((it) => document.querySelector(it).value === '1', `#${figure} .buttons input`)
  await panel.getByRole('button', { name: 'Reset' }).click()
  await tab.waitForFunction((it) => document.querySelector(it).value === '0', `#${figure} .buttons input`)
  if ((await value()) !== '0') faults.push(`${figure}: Reset leaves step ${await value()}`)
  const book = await numbers()
  await shown(tab, page, figure, refused)
  if (!(await status.textContent()).includes('expected a')) faults.push(`${figure}: ${refused} is taken: "${await status.textContent()}"`)
  if ((await numbers()) !== book) faults.push(`${figure}: what was refused has changed it`)
  await shown(tab, page, figure, solved)
  const guessed = panel.locator('.ask')
  if (!(await guessed.locator('.chosen .why').count())) faults.push(`${figure}: the guess is gone`)
  if (!(await panel.locator('.done').count())) faults.push(`${figure}: ${solved} does not do the task`)
  await panel.getByRole('button', { name: 'As in the book' }).click()
  if ((await numbers()) !== book) faults.push(`${figure}: "As in the book" leaves something`)
  await tab.goto('about:blank') // where nothing has been opened yet
  await shown(tab, page, figure, refused)
  if (!(await status.textContent()).includes('expected a')) faults.push(`${figure}: ${refused} at first is told "${await status.textContent()}"`)
  return faults
}
