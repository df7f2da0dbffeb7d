import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { differing, manners, shown, values } from '../figures.mjs'

export const says = 'the figures of chapter 4 have the numbers of its program, and a digit can be drawn by mouse, by finger and by keys'

const rows = readFileSync('code/04-digits/digits.csv', 'utf8').trim().split('\n').map((line) => line.split(',').slice(0, 65).map(Number))
const inkOf = (pixels) => pixels.map((ink, i) => `ink${i >> 3}${i & 7}=${ink}`).join('&')

// What the program says of a sheet, and what a unit makes of it by the parameters that the program saves.
function read(state, folder) {
  const { seed = 1, row = 1438, unit = 1, step = 0, ...ink } = Object.fromEntries(new URLSearchParams(state))
  const sheet = row > 0 ? rows[row - 1].slice(0, 64) : Array(64).fill(0)
  for (const [name, number] of Object.entries(ink)) sheet[8 * name[3] + Number(name[4])] = Number(number)
  const [saved, data] = [join(folder, 'saved.txt'), join(folder, 'sheet.csv')]
  writeFileSync(data, `${[...sheet, 0]}\n`.repeat(2))
  const trained = values(`04-digits --seed ${seed} --epochs ${step} --save ${saved}`)
  const said = values(`04-digits --params ${saved} --data ${data} --epochs 0 --draw 1`)
  const numbers = readFileSync(saved, 'utf8').split(/\s+/).filter((word) => /^-?\d.*\.|e-/.test(word) || word === '0').map(Number)
  if (numbers.length !== 2410) throw new Error(`${numbers.length} parameters are saved`)
  const b = numbers[64 * 32 + Number(unit) - 1]
  const z = sheet.reduce((sum, ink, i) => sum + (ink / 16) * numbers[32 * i + Number(unit) - 1], b)
  return { ...said, label: row > 0 ? rows[row - 1][64] : -1, test_right: trained.test_right, 'unit.b': b, 'unit.z': z, 'unit.a': 1 / (1 + Math.exp(-z)) }
}

function starved(state) {
  const { layers = 5, units = 16, activation = 'sigmoid', init = 'glorot', seed = 1, step = 0 } = Object.fromEntries(new URLSearchParams(state))
  const hidden = Array(Number(layers)).fill(units).join() || 'none'
  const said = values(`04-digits --hidden ${hidden} --activation ${activation} --init ${init} --seed ${seed} --lr 0.003 --epochs ${step}`)
  const gradients = Array.from({ length: Number(layers) + 1 }, (_, l) => said[`gradient.W.${l + 1}`])
  const [first, last] = [gradients[0], gradients.at(-1)]
  return { ...said, gradients, 'gradient.first': first, 'gradient.last': last, ratio: last / first }
}

// A four as one may write it, in parts of the sheet.
const four = [[[0.55, 0.06], [0.22, 0.6], [0.8, 0.6]], [[0.62, 0.35], [0.58, 0.94]]]

export async function use(tab, address) {
  const faults = [], page = address('04-digits.html')
  const check = (holds, fault) => holds || faults.push(fault)
  const folder = mkdtempSync(join(tmpdir(), 'digits-'))
  const panel = (id) => tab.locator(`#${id} .panel`)
  const all = (names) => Object.fromEntries(names.map((name) => [name, name]))
  await tab.setViewportSize({ width: 390, height: 844 })

  const ten = Array.from({ length: 10 }, (_, k) => `p.${k}`)
  const changed = 'row=1500&ink25=16&ink66=0&unit=20&step=3'
  for (const state of ['', 'row=1&unit=32&step=1', 'seed=7&row=1797&step=5', 'row=0&unit=7&step=40', changed]) {
    const wanted = read(state, folder), got = await shown(tab, page, 'fig-units', state)
    faults.push(...differing(`fig-units?${state}`, got, wanted, all([...ten, 'label', 'test_right', 'unit.b', 'unit.z', 'unit.a'].filter((name) => name in got))))
    check(got.answer === ten.reduce((most, name, k) => (wanted[name] > wanted[`p.${most}`] ? k : most), 0), `${state}: the answer is ${got.answer}`)
    if (!/ink|row=0/.test(state)) faults.push(...differing(state, values(`04-digits --seed ${/seed/.test(state) ? 7 : 1} --epochs ${/step=(\d)/.exec(state)?.[1] ?? 0} --draw ${/row=(\d+)/.exec(state)?.[1] ?? 1438}`), wanted, all(ten)))
  }
  for (const state of ['', 'layers=0&step=2', 'layers=3&units=32&activation=relu&init=he&seed=4&step=5', 'layers=6&activation=tanh&step=1', 'layers=1&units=4&init=he&step=40']) {
    const { gradients, ...wanted } = starved(state), got = await shown(tab, page, 'fig-depth', state)
    faults.push(...differing(`fig-depth?${state}`, got, wanted, all(['gradient.first', 'gradient.last', 'ratio', 'test_accuracy', 'test_loss.last'])))
    const heights = await panel('fig-depth').locator('svg rect.full').evaluateAll((all) => all.map((bar) => Number(bar.getAttribute('height'))))
    check(heights.every((height, l) => height > 0 === l < gradients.length && heights.every((other, k) => k >= gradients.length || other < height === gradients[k] < gradients[l])), `fig-depth?${state}: the bars are ${heights} high`)
    const bars = await panel('fig-depth').locator('svg title').allTextContents()
    const differ = gradients.findIndex((gradient, l) => !bars[l].startsWith(`layer ${l + 1}: `) || Math.abs(bars[l].split(': ')[1] - gradient) > 1e-9 * gradient)
    check(differ < 0 && bars.filter(Boolean).length === gradients.length, `fig-depth?${state}: the bars are ${bars}, the gradients ${gradients}`)
  }

  // The guesses that are told to be right, and what the task says of the data.
  const clean = await shown(tab, page, 'fig-units', 'row=0&step=40')
  const most = ten.map((name) => clean[name]).sort((a, b) => b - a)
  check(most[0] > 0.3 && most[0] < 0.37 && most[9] < 0.03, `a clean sheet gets ${most}`)
  check(rows.length === 1797 && rows.every((row) => row.slice(0, 8).some(Boolean) && row.slice(56, 64).some(Boolean)), 'a digit of the data does not reach from top to bottom')
  const ratio = async (state) => (await shown(tab, page, 'fig-depth', state)).ratio
  const inkOn = (some) => some.reduce((sum, row) => sum + row.slice(0, 64).reduce((a, b) => a + b), 0) / some.length
  check(Math.abs(inkOn(rows.filter((row) => row[64] === 1)) / inkOn(rows) - 1) < 0.01, 'a one has not as much ink as the other digits')
  const times = (await ratio('')) / (await ratio('init=he'))
  check(times > 3 && times < 5, `with Glorot's start the last gradient is ${times} times as far from the first as with He's`)

  const ninth = rows[1439] // a four
  faults.push(...(await manners(tab, page, 'fig-units', { refused: 'row=1798', solved: `row=0&step=40&${inkOf(ninth.slice(0, 64))}` })))
  faults.push(...(await manners(tab, page, 'fig-depth', { refused: 'layers=7', solved: 'layers=6&init=he&step=40' })))
  await tab.goto('about:blank')
  await shown(tab, page, 'fig-depth', 'layers=6&step=40')
  check(!(await panel('fig-depth').locator('.done').count()), 'the task of fig-depth is done by another layer alone')

  // Drawn by mouse, on a wide page: the pixels are those of dots that were counted, and stand in the address.
  await tab.setViewportSize({ width: 1280, height: 844 })
  await shown(tab, page, 'fig-units', 'step=40')
  const drawn = () => tab.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
  const pressed = async (name) => {
    await panel('fig-units').getByRole('button', { name, exact: true }).click()
    await drawn()
  }
  const pixels = () => panel('fig-units').locator('details td input').evaluateAll((all) => all.map((field) => Number(field.value || field.placeholder)))
  const inked = async () => (await pixels()).reduce((sum, ink) => sum + ink)
  const draw = async (strokes) => {
    const { x, y, width, height } = await panel('fig-units').locator('.sheet').boundingBox()
    for (const stroke of strokes) {
      await tab.mouse.move(x + stroke[0][0] * width, y + stroke[0][1] * height)
      await tab.mouse.down()
      for (const [right, down] of stroke) await tab.mouse.move(x + right * width, y + down * height, { steps: 4 })
      await tab.mouse.up()
    }
    await drawn()
  }
  check((await pixels()).join() === rows[1437].slice(0, 64).join(), 'the fields do not show the pixels of row 1438')
  await pressed('Clean sheet')
  check((await inked()) === 0, 'a clean sheet is not clean')
  await draw([[[0.5, 0.5]]])
  const dot = await pixels()
  check(dot[27] > 2 && [28, 35, 36].every((i) => dot[i] === dot[27]) && dot.every((ink, i) => [27, 28, 35, 36].includes(i) === ink > 0), `a dot at the middle is ${dot}`)
  await draw([[[0.5, 0.5]]])
  check((await pixels()).join() === dot.join(), 'ink on ink counts twice')
  await draw(four)
  const sheet = await pixels()
  check(sheet.includes(16) && sheet.filter((ink) => ink > 0 && ink < 16).length > 5 && (await inked()) > 200, `a four is drawn as ${sheet}`)
  check((await panel('fig-units').locator('.done').count()) === 1, 'the task is not done by a four')
  const { searchParams } = new URL(tab.url().replace(/.*#fig-units/, 'about:x'))
  check(searchParams.get('row') === '0' && sheet.every((ink, i) => Number(searchParams.get(`ink${i >> 3}${i & 7}`) ?? 0) === ink), `the address is ${tab.url()}`)
  await pressed('Rubber')
  await draw(four)
  check((await inked()) < 60, `of a four that was rubbed out ${await inked()} is left`)
  await pressed('another row')
  check((await pixels()).join() === rows[0].slice(0, 64).join(), 'another row leaves what was drawn')
  await draw([[[0.1, 0.4], [0.9, 0.4]]])
  const before = rows[0].slice(0, 64), after = await pixels()
  check(after.every((ink, i) => ink <= before[i]) && after.join() !== before.join(), 'the rubber inks, or does nothing')

  // By keys alone: row 3, column 4 is where they begin.
  await pressed('Clean sheet')
  await panel('fig-units').locator('svg').first().focus()
  for (const key of ['ArrowUp', 'ArrowLeft', ' ', 'ArrowRight', ' ', ' ', 'ArrowDown', ' ']) await tab.keyboard.press(key === ' ' ? 'Space' : key)
  await drawn()
  const typed = await pixels()
  check(typed[18] === 16 && typed[27] === 16 && (await inked()) === 32, `keys have drawn ${typed}`)
  for (let k = 0; k < 9; k++) await tab.keyboard.press('ArrowLeft')
  await tab.keyboard.press('Space')
  await drawn()
  check((await pixels())[24] === 16, 'the arrow keys leave the sheet')
  await tab.keyboard.press('Tab')
  check(await tab.evaluate(() => document.activeElement.textContent === 'Rubber'), 'Tab does not lead from the sheet to the buttons')
  // A unit that is clicked is looked at; a finger on the sheet draws, and does not move the page.
  await panel('fig-units').locator('svg rect[fill-opacity="0"]').last().click()
  await drawn()
  check((await panel('fig-units').getByLabel('unit', { exact: true }).inputValue()) === '32', 'a click on the last unit does not choose it')
  const session = await tab.context().newCDPSession(tab)
  await session.send('Emulation.setTouchEmulationEnabled', { enabled: true })
  await tab.setViewportSize({ width: 390, height: 844 })
  await pressed('Clean sheet')
  await pressed('Rubber') // no longer
  await tab.evaluate(() => document.querySelector('#fig-units .sheet').scrollIntoView({ block: 'center', behavior: 'instant' }))
  await drawn()
  const { x, y, width, height } = await panel('fig-units').locator('.sheet').boundingBox(), scrolled = () => tab.evaluate(() => scrollY), stood = await scrolled()
  const touch = (type, ...touchPoints) => session.send('Input.dispatchTouchEvent', { type, touchPoints })
  await touch('touchStart', { x: x + width / 2, y: y + 0.1 * height })
  for (let down = 0.1; down <= 0.9; down += 0.05) await touch('touchMove', { x: x + width / 2, y: y + down * height })
  await touch('touchEnd')
  await drawn()
  check((await scrolled()) === stood, `a finger on the sheet moves the page by ${(await scrolled()) - stood}`)
  const line = await pixels()
  check([1, 2, 3, 4, 5, 6].every((row) => line[8 * row + 3] > 0), `the line of a finger is ${line}`)
  rmSync(folder, { recursive: true })
  return faults
}
