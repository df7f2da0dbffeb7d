export const says = 'the commands of a console are copied, also over plain http, and a finger sees the buttons, none of them on code'

export async function use(tab, address) {
  const faults = []
  await tab.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined })) // as over plain http
  await tab.setViewportSize({ width: 390, height: 844 })
  await (await tab.context().newCDPSession(tab)).send('Emulation.setTouchEmulationEnabled', { enabled: true })
  await tab.goto(address('01-neuron.html'))
  const covers = () => [...document.querySelectorAll('.copy')].filter((button) => {
    if (!button.checkVisibility()) return false
    const { bottom, height } = button.getBoundingClientRect()
    const code = button.nextElementSibling.getBoundingClientRect()
    return getComputedStyle(button).opacity !== '1' || height < 24 || bottom > code.top + 1
  }).length
  if (!(await tab.evaluate(() => matchMedia('(hover: none)').matches))) faults.push('the mouse is still there')
  const wrong = await tab.evaluate(covers)
  if (wrong) faults.push(`${wrong} buttons are not seen, or lie on code, or are too small`)

  // A console of two commands at least, without what they print.
  const two = tab.locator('.console:has(.folds ~ .folds .typed)').first()
  const typed = (await two.locator('.typed').allTextContents()).join('\n')
  await two.locator('.copy').click()
  await tab.evaluate(() => document.querySelector('main').prepend(document.createElement('textarea')))
  const area = tab.locator('textarea')
  await area.press('ControlOrMeta+V')
  const copied = await area.inputValue()
  if (copied !== typed) faults.push(`"${copied}" was copied, not "${typed}"`)
  return faults
}
