// Opens a page of the book in every setting a reader may have, and tells what is wrong with it.
import * as inside from './inside.mjs'

// A width and a scheme each; the first two show axe nearly all that there is to be seen.
const settings = [[1280, 'light'], [390, 'dark'], [390, 'light']]

const widths = [320, 390, 768, 1000, 1280]

// What is cut of the page in the tab, on screens of every width and on paper, unfolded and, at two widths, folded.
export async function cuts(tab, report) {
  const browser = tab.context().browser().browserType().name()
  for (const [width, media] of [...widths.map((width) => [width, 'screen']), [720, 'print']]) {
    await tab.setViewportSize({ width, height: 844 })
    await tab.emulateMedia({ media })
    for (const open of width === 390 || width === 1280 ? [false, true] : [true]) {
      await tab.evaluate(inside.unfold, open)
      const where = `${browser}, ${media === 'print' ? 'paper' : `${width} px`}`
      for (const fault of await tab.evaluate(inside.cut, media === 'print')) report('cut', fault, where)
    }
  }
  await tab.emulateMedia({ media: 'screen' })
}

// Looks at the page that stands at url, in a tab of the browser. What the page loads must be under root; axe is the source of
// axe-core. Resolves to the faults of the page, [{ check, fault, where }], and its references.
export function look(tab, url, root, axe) {
  return opened(tab, url, root, async (report) => {
    await skipLink(tab, report)
    const lines = await tab.evaluate(inside.readable)
    const references = await tab.evaluate(inside.references)
    await tab.evaluate(inside.unfold)
    await tab.evaluate(inside.settled)
    await content(tab, report)
    for (const [width, scheme] of settings) {
      await setting(tab, width, scheme)
      await visit(tab, width, scheme, (check, fault) => report(check, fault, `${width} px, ${scheme}`))
    }
    await cuts(tab, report)
    await tab.evaluate(inside.unfold)
    await tab.evaluate(axe)
    await tab.evaluate(() => axe.configure({ rules: [{ id: 'color-contrast', selector: '[data-new-look]' }] }))
    for (const [at, [width, scheme]] of settings.entries()) {
      await setting(tab, width, scheme)
      await accessibility(tab, scheme, at === 0, (check, fault) => report(check, fault, `${width} px, ${scheme}`))
    }
    await withoutScript(tab, url, lines, report)
    return references
  })
}

// A list of faults, and what adds to it.
export function list() {
  const faults = []
  return { faults, report: (check, fault, where) => faults.push({ check, fault, where }) }
}

// Gives the page a width and a scheme, and the time to settle.
async function setting(tab, width, scheme) {
  await tab.setViewportSize({ width, height: 844 })
  await tab.emulateMedia({ colorScheme: scheme })
  await tab.evaluate(inside.settled)
}

// Opens the page in the tab at 1280 px, in the light, does the job, and adds what the browser itself complained of meanwhile.
async function opened(tab, url, root, job) {
  const { faults, report } = list()
  tab.on('console', (message) => {
    // a file that cannot be loaded is told by requestfailed
    if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) report('console', message.text())
  })
  tab.on('pageerror', (error) => report('console', error.message))
  tab.on('request', (request) => {
    const address = request.url()
    if (!address.startsWith(root) && !address.startsWith('data:')) report('requests', `asks for ${address}`)
  })
  tab.on('requestfailed', (request) => report('requests', `cannot load ${request.url()}`))
  await setting(tab, 1280, 'light')
  await tab.goto(url)
  const references = await job(report)
  return { faults, references }
}

// One width and one scheme, all unfolded: its ground and its pictures.
async function visit(tab, width, scheme, report) {
  const lightness = await tab.evaluate(inside.lightness)
  if (scheme === 'dark' ? lightness > 0.3 : lightness < 0.7) report('schemes', `the ground is ${lightness.toFixed(2)} light`)
  for (const fault of await tab.evaluate(inside.alternatives)) report('pictures', fault)
  for (const fault of await tab.evaluate(inside.drawings, width < 400)) report('pictures', fault)
  if (scheme === 'light') for (const fault of await tab.evaluate(inside.labels, 11)) report('labels', fault)
}

// What axe finds: in the first setting in the whole page, afterwards in what has changed.
async function accessibility(tab, scheme, isFirst, report) {
  if (!(await tab.evaluate(inside.findChanges, scheme))) return
  if (isFirst) await tab.evaluate(inside.flatten)
  const { violations } = await tab.evaluate((all) =>
    axe.run(all ? document : { include: window.changed }, { resultTypes: ['violations'], preload: false }), isFirst)
  for (const { id, nodes } of violations)
    for (const node of nodes) report('accessibility', `${id}: ${node.target.join(' ')}: ${node.any[0]?.message ?? node.failureSummary}`)
}

// What does not change with width and scheme: the sidenotes' places, the characters.
async function content(tab, report) {
  for (const fault of await tab.evaluate(inside.overlaps)) report('sidenotes', fault)
  for (const id of await tab.evaluate(inside.placesInSidenotes)) report('sidenotes', `#${id} does not show its sidenote on a phone`)
  const pairs = await tab.evaluate(inside.glyphs)
  const name = ({ character, font, sample }) => {
    const code = character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')
    return `${character} (U+${code}) in ${font.replace(/^.*32px /, '').split(',')[0]}, as in "${sample}"`
  }
  for (const pair of await tab.evaluate(inside.undrawn, pairs)) report('glyphs', `no font draws ${name(pair)}`)
  const brought = pairs.filter((pair) => pair.brought)
  if (!brought.length) return
  await tab.evaluate(inside.layOut, brought)
  await tab.evaluate(inside.settled)
  const session = await tab.context().newCDPSession(tab)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const tree = await session.send('DOM.getDocument', { depth: 0 })
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: tree.root.nodeId, selector: '#glyph-probe span' })
  const taken = await Promise.all(nodeIds.map((nodeId) => session.send('CSS.getPlatformFontsForNode', { nodeId })))
  taken.forEach(({ fonts }, at) => {
    if (fonts.some((font) => !font.isCustomFont)) report('glyphs', `the page's font lacks ${name(brought[at])}`)
  })
  await session.detach()
  await tab.evaluate(() => document.getElementById('glyph-probe').remove())
}

// Without script the same lines of text are there; and on a phone with a keyboard every stop of the Tab key can be seen, and the
// toggles show the sidenotes and the details.
async function withoutScript(tab, url, lines, report) {
  await tab.goto('about:blank') // a reload would bring back what was ticked and unfolded
  await setting(tab, 1280, 'light')
  const session = await tab.context().newCDPSession(tab)
  await session.send('Emulation.setScriptExecutionDisabled', { value: true })
  await tab.goto(url)
  const shown = new Set(await tab.evaluate(inside.readable))
  for (const line of lines) if (!shown.has(line)) report('script', `only a script shows "${line.slice(0, 60)}"`)
  for (const number of await tab.evaluate(inside.hiddenSidenotes)) report('sidenotes', `sidenote ${number + 1} is hidden`)

  await tab.setViewportSize({ width: 390, height: 844 })
  const hidden = () => tab.evaluate(inside.hiddenSidenotes)
  const folded = () => tab.evaluate(() => document.querySelectorAll('details:not([open])').length)
  const next = async () => {
    await tab.keyboard.press('Tab')
    return tab.evaluate(inside.focused)
  }
  for (let stop = 1; stop < 60; stop++) { // then the key is believed
    const focus = await next()
    if (focus.first) break
    if (!focus.toggle) continue
    const before = { folded: await folded(), hidden: (await hidden()).length }
    if (focus.tag === 'summary' && !(await works(tab, 'Space', async () => (await folded()) < before.folded)))
      report('keyboard', `"${focus.name}" does not unfold`)
    if (focus.tag === 'input' && !(await works(tab, 'Space', async () => (await hidden()).length < before.hidden)))
      report('sidenotes', `the toggle ${focus.name} shows no sidenote`)
  }
  await tab.evaluate(inside.unfold)
  for (const stop of await tab.evaluate(inside.stopsUnseen)) report('keyboard', `the focus cannot be seen on ${stop}`)
  for (const number of await hidden()) report('sidenotes', `no key shows sidenote ${number + 1}`)
  await session.detach()
}

// The first stop of the Tab key is seen, and skips to the text.
async function skipLink(tab, report) {
  await tab.keyboard.press('Tab')
  const { href, seen } = await tab.evaluate(inside.focused)
  const inText = () => tab.evaluate(() => Boolean(document.querySelector(':target')?.closest('main')))
  if (!href.startsWith('#') || !seen || !(await works(tab, 'Enter', inText)))
    report('skip link', 'the first stop of Tab leads not to the text')
}

// Whether the key makes the condition true.
async function works(tab, key, condition) {
  await tab.keyboard.press(key)
  return comesTrue(condition)
}

// Whether the condition is true, or comes true within three seconds.
async function comesTrue(condition) {
  for (let looks = 0; looks < 60; looks++) {
    if (await condition()) return true
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  return false
}
