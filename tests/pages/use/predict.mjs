export const says = 'an answer waits for a guess, which stays beside it, and opens to who is led into it, to print, and without script'

export async function use(tab, address) {
  const faults = []
  const check = (holds, fault) => holds || faults.push(fault)
  const page = address('01-neuron.html')
  const shown = (at) => tab.locator('.answer > *').nth(at).evaluate((it) => it.checkVisibility({ contentVisibilityAuto: true }))
  const count = () => tab.locator('form.guess').count()

  await tab.emulateMedia({ reducedMotion: 'reduce' })
  await tab.goto(page)
  const boxes = await count()
  check(boxes === (await tab.locator('.predict').count()), 'a box has no form')
  check(!(await shown(0)), 'the answer does not wait')
  await tab.emulateMedia({ media: 'print' })
  check((await shown(0)) && !(await tab.locator('form.guess').first().isVisible()), 'on paper the answer is missing, or the form is not')
  await tab.emulateMedia({ media: 'screen' })

  await tab.fill('form.guess >> nth=0 >> input', 'as <b>much</b>')
  await tab.keyboard.press('Enter')
  check(await shown(0), 'a guess does not open the answer')
  check((await tab.textContent('p.guess')) === 'You guessed: as <b>much</b>', 'the guess is not beside the answer')
  check(await tab.evaluate(() => document.activeElement.matches('.answer:not([hidden])')), 'the focus is not on the answer')
  await tab.click('form.guess >> nth=0 >> text=Show me')
  check((await count()) === boxes - 2, '"Show me" does not open the answer')
  check((await tab.locator('p.guess').count()) === 1, 'a guess is told that nobody made')

  // Who searches for the last words of the last answer, or comes by a link, is led into it: also where a browser knows nothing of
  // until-found.
  const words = (await tab.locator('.answer').last().textContent()).trim().split(/\s+/).slice(-3).join(' ')
  await tab.goto('about:blank')
  await tab.goto(`${page}#:~:text=${encodeURIComponent(words)}`)
  await tab.locator('.answer:not([hidden])').last().waitFor()
  check((await count()) === boxes - 1, 'what is found in an answer opens others')
  await tab.addInitScript(() => {
    Object.defineProperty(HTMLElement.prototype, 'hidden', {
      get() { return this.hasAttribute('hidden') },
      set(value) { this.toggleAttribute('hidden', Boolean(value)) },
    })
    // While the page still comes in, the last in an answer is another each time.
    const name = () => document.querySelectorAll('.answer').forEach((it, at) => {
      for (const child of it.children) child === it.lastElementChild ? (child.id = `place-${at}`) : child.id === `place-${at}` && child.removeAttribute('id')
    })
    new MutationObserver(name).observe(document, { childList: true, subtree: true })
  })
  await tab.goto('about:blank')
  await tab.goto(`${page}#place-2`)
  const there = (id) => tab.evaluate((id) => {
    const { top, height } = document.getElementById(id).getBoundingClientRect()
    return height > 0 && top >= 0 && top < innerHeight
  }, id)
  check((await count()) === boxes - 1 && (await there('place-2')), 'a link from another page does not lead into an answer')
  await tab.evaluate(() => { location.hash = 'place-3' })
  await tab.locator('#place-3').waitFor()
  check((await count()) === boxes - 2 && (await there('place-3')), 'a link from the same page does not lead into an answer')

  const session = await tab.context().newCDPSession(tab)
  await session.send('Emulation.setScriptExecutionDisabled', { value: true })
  await tab.goto('about:blank')
  await tab.goto(page)
  check((await shown(0)) && !(await tab.locator('form.guess').first().isVisible()), 'without script the answer is missing, or the form is not')
  return faults
}
