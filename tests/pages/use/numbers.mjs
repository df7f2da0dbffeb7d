export const says = 'a number of a run shows its command and copies it, at a click and from the keyboard, with one stop of Tab a section'

export async function use(tab, address) {
  const faults = []
  const check = (holds, fault) => holds || faults.push(fault)
  // As over plain http.
  await tab.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }))
  await tab.setViewportSize({ width: 320, height: 700 })
  await tab.emulateMedia({ reducedMotion: 'reduce' })
  await tab.goto(address('01-neuron.html'))

  const stops = await tab.evaluate(() => document.querySelectorAll('data[tabindex="0"]').length)
  const sections = await tab.evaluate(() => document.querySelectorAll('h2, .answer, .sidenote, details').length)
  check(stops > 3 && stops < sections, `${stops} numbers are stops of Tab`)

  const box = tab.locator('.command')
  const isOpen = () => box.evaluate((it) => it.matches(':popover-open'))
  const command = "build/01-neuron --quiet --values /dev/stdout | grep '^loss '"
  const number = tab.locator('data[title*="^loss "]').first()
  await number.click()
  const text = await box.textContent()
  check(await isOpen(), 'a click shows nothing')
  check(text === `${command}loss = ${await number.getAttribute('value')}copied`, `the box says "${text}"`)
  const { x, y, width } = await box.boundingBox()
  const below = await number.boundingBox()
  check(x >= 0 && x + width <= 320, `the box goes from ${x} to ${x + width}`)
  check(Math.abs(y - below.y - below.height) < 20, `the box lies ${y - below.y} px below the number`)
  await tab.keyboard.press('Escape')
  check(!(await isOpen()), 'Escape does not close it')
  await tab.evaluate(() => document.querySelector('main').append(document.createElement('textarea')))
  const field = tab.locator('textarea')
  await field.press('ControlOrMeta+V')
  check((await field.inputValue()) === command, `"${await field.inputValue()}" was copied`)

  await tab.setViewportSize({ width: 320, height: 350 })
  await number.evaluate((it) => it.scrollIntoView({ block: 'end', behavior: 'instant' }))
  await number.dispatchEvent('click')
  await tab.getByText('copied').waitFor()
  const top = await box.boundingBox()
  const under = await number.boundingBox()
  check(top.y + top.height <= under.y && top.y >= 0, 'at the foot of the window the box does not lie above the number')
  await tab.keyboard.press('Escape')

  const focused = () => tab.evaluate(() => document.activeElement.title.split('\n')[0])
  const first = tab.locator('data[tabindex="0"]').first()
  await first.focus()
  const before = await focused()
  await tab.keyboard.press('ArrowRight')
  check(before !== (await focused()) && (await focused()).includes('grep'), 'the right arrow leads to no other number')
  await tab.keyboard.press('ArrowLeft')
  check(before === (await focused()), 'the left arrow does not lead back')
  check((await tab.evaluate(() => document.querySelectorAll('data[tabindex="0"]').length)) === stops, 'the arrows leave stops behind')
  await tab.keyboard.press('Enter')
  check((await isOpen()) && (await box.textContent()).startsWith(before), 'Enter does not show the command')
  await tab.keyboard.press('Escape')
  check(!(await isOpen()) && before === (await focused()), 'Escape takes the focus away')

  await number.evaluate((it) => getSelection().selectAllChildren(it))
  await number.dispatchEvent('click')
  check(!(await isOpen()), 'who selects a number is shown its command')

  await tab.evaluate(() => { document.execCommand = () => false })
  await first.press('Enter')
  check((await tab.evaluate(() => getSelection().toString())) === before, 'what cannot be copied is not left selected')
  return faults
}
