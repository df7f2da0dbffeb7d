export const says = 'the contents close on Escape, and on a click beside them'

export async function use(tab, address) {
  const faults = []
  const isOpen = () => tab.evaluate(() => document.querySelector('details.contents').open)
  await tab.goto(address('E-hand.html'))
  for (const [name, close] of [['Escape', () => tab.keyboard.press('Escape')], ['a click', () => tab.mouse.click(200, 400)]]) {
    await tab.click('.contents > summary')
    if (!(await isOpen())) faults.push('they do not open')
    await close()
    if (await isOpen()) faults.push(`${name} does not close them`)
  }
  return faults
}
