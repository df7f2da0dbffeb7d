// Opens one page in the browser in every setting a reader may have, and tells what is wrong with it.
import * as inside from './inside.mjs'

export const everySetting = [[1280, 'light'], [1280, 'dark'], [390, 'light'], [390, 'dark']]

// look(tab, url, root, axe, settings): the faults [{ check, fault, where }], and the ids and links of the page. The page stands at
// url; what it loads must be under root; axe is the source of axe-core; the settings are pairs of a width and a scheme.
export async function look(tab, url, root, axe, settings) {
  const faults = []
  let where = ''
  const report = (check, fault) => faults.push({ check, fault, where })

  const session = await tab.context().newCDPSession(tab)

  const listen = () => {
    // a file that cannot be loaded is told by requestfailed
    const failed = 'Failed to load resource'
    tab.on('console', (message) => message.type() === 'error' && !message.text().startsWith(failed) && report('console', message.text()))
    tab.on('pageerror', (error) => report('console', error.message))
    tab.on('request', (request) => {
      const address = request.url()
      if (!address.startsWith(root) && !address.startsWith('data:')) report('requests', `asks for ${address}`)
    })
    tab.on('requestfailed', (request) => report('requests', `cannot load ${request.url()}`))
  }

  const open = async (script) => {
    where = script ? '' : 'no script'
    await session.send('Emulation.setScriptExecutionDisabled', { value: !script })
    await tab.setViewportSize({ width: 1280, height: 844 })
    await tab.emulateMedia({ colorScheme: 'light' })
    await tab.goto(url)
  }

  // One width and one scheme, all unfolded: contrast and the other rules of axe, width, fonts.
  const visit = async (width, scheme) => {
    where = `${width} px, ${scheme}`
    await tab.setViewportSize({ width, height: 844 })
    await tab.emulateMedia({ colorScheme: scheme })
    const lightness = await tab.evaluate(inside.lightness)
    if (scheme === 'dark' ? lightness > 0.3 : lightness < 0.7) report('schemes', `the ground is ${lightness.toFixed(2)} light`)
    for (const fault of await tab.evaluate(inside.overflow)) report('overflow', fault)
    const { violations } = await tab.evaluate(() => axe.run({ resultTypes: ['violations'], preload: false }))
    for (const { id, nodes } of violations)
      for (const node of nodes) report('accessibility', `${id}: ${node.target.join(' ')}: ${node.any[0]?.message ?? node.failureSummary}`)
  }

  // Every character of the page, in every font it is shown in.
  const glyphs = async () => {
    await tab.evaluate(() => document.fonts.ready.then(() => {}))
    const pairs = await tab.evaluate(inside.glyphs)
    const name = ({ character, font, sample }) => {
      const code = character.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')
      return `${character} (U+${code}) in ${font.replace(/^.*32px /, '').split(',')[0]}, as in "${sample}"`
    }
    for (const pair of await tab.evaluate(inside.undrawn, pairs)) report('glyphs', `no font draws ${name(pair)}`)
    const brought = pairs.filter((pair) => pair.brought)
    await tab.evaluate(inside.layOut, brought)
    await session.send('DOM.enable')
    await session.send('CSS.enable')
    const tree = await session.send('DOM.getDocument', { depth: 0 })
    const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: tree.root.nodeId, selector: '#glyph-probe span' })
    const taken = await Promise.all(nodeIds.map((nodeId) => session.send('CSS.getPlatformFontsForNode', { nodeId })))
    taken.forEach(({ fonts }, at) => {
      if (fonts.some((font) => !font.isCustomFont)) report('glyphs', `the page's font lacks ${name(brought[at])}`)
    })
  }

  // A phone with a keyboard: every stop of the Tab key can be seen, the first one skips to the text, and the toggles show the
  // sidenotes and the details.
  const keyboard = async () => {
    await tab.setViewportSize({ width: 390, height: 844 })
    const hidden = () => tab.evaluate(inside.hiddenSidenotes)
    const folded = () => tab.evaluate(() => document.querySelectorAll('details:not([open])').length)
    for (let stop = 1; stop < 2000; stop++) {
      await tab.keyboard.press('Tab')
      const focus = await tab.evaluate(inside.focused)
      if (focus.first) break
      if (stop === 1 && !(await skips(focus))) report('skip link', 'the first stop of Tab leads not to the text')
      if (!focus.seen) report('keyboard', `the focus cannot be seen on <${focus.tag}> "${focus.name}"`)
      if (!focus.toggle) continue
      const before = { folded: await folded(), hidden: await hidden() }
      await tab.keyboard.press('Space')
      if (focus.tag === 'summary' && (await folded()) >= before.folded) report('keyboard', `"${focus.name}" does not unfold`)
      if (focus.tag === 'input' && (await hidden()).length >= before.hidden.length)
        report('sidenotes', `the toggle ${focus.name} shows no sidenote`)
    }
    for (const number of await hidden()) report('sidenotes', `no key shows sidenote ${number + 1}`)
  }

  // Enter on the first stop moves to the text: the next stop is in <main> or behind its beginning.
  const skips = async (focus) => {
    if (!focus.href.startsWith('#') || !focus.seen) return false
    await tab.keyboard.press('Enter')
    const there = await tab.evaluate(() => Boolean(document.querySelector(':target')?.closest('main')))
    await tab.goto(url)
    await tab.keyboard.press('Tab')
    return there
  }

  listen()
  await open(true)
  const lines = await tab.evaluate(inside.readable)
  const page = await tab.evaluate(inside.references)
  for (const fault of await tab.evaluate(inside.alternatives)) report('pictures', fault)
  await tab.evaluate(inside.unfold)
  for (const fault of await tab.evaluate(inside.overlaps)) report('sidenotes', fault)
  await tab.evaluate(axe)
  for (const [width, scheme] of settings) await visit(width, scheme)
  await glyphs()

  await open(false)
  const shown = new Set(await tab.evaluate(inside.readable))
  for (const line of lines) if (!shown.has(line)) report('script', `only a script shows "${line.slice(0, 60)}"`)
  for (const number of await tab.evaluate(inside.hiddenSidenotes)) report('sidenotes', `sidenote ${number + 1} is hidden`)
  await keyboard()

  tab.removeAllListeners()
  await session.detach()
  return { faults, page }
}
