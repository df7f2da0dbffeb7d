export const says = 'the list of sections, the small map and, on a phone, the bar say where the reader is'

export async function use(tab, address) {
  const faults = []
  const check = (name, have, want) => JSON.stringify(have) === JSON.stringify(want) || faults.push(`${name}: ${JSON.stringify(have)}, not ${JSON.stringify(want)}`)
  // what is said now, and what the page's headings say: the last one above the upper third
  const said = () => tab.evaluate(async () => {
    for (let frame = 0; frame < 3; frame++) await new Promise(requestAnimationFrame)
    const heading = [...document.querySelectorAll('main h2')].filter((h2) => h2.getBoundingClientRect().top < innerHeight / 3).at(-1)
    const marked = [...document.querySelectorAll('.in-chapter [aria-current]')]
    const text = (element) => element.textContent.trim().replace(/\s+/g, ' ')
    return { heading: heading && text(heading), marked: marked.map(text), lit: [...document.querySelectorAll('[data-box].on')].map((box) => box.dataset.box),
      bar: document.querySelector('.bar .here').checkVisibility() && text(document.querySelector('.bar .here')) }
  })
  await tab.setViewportSize({ width: 1280, height: 800 })
  await tab.goto(address('01-neuron.html'))
  check('above the first section', await said(), { marked: [], lit: [], bar: false })
  for (const [id, lit] of [['sec-chain', ['dw', 'dz', 'dyhat', 'dL']], ['sec-step', ['w', 'step']], ['sec-exercises', []]]) {
    await tab.evaluate((id) => document.getElementById(id).scrollIntoView(), id)
    const { heading, marked, ...rest } = await said()
    check(id, { marked, ...rest }, { marked: [heading], lit, bar: false })
  }
  await tab.setViewportSize({ width: 320, height: 600 })
  const { heading, bar } = await said()
  check('in the bar of a phone', bar, heading)
  return faults
}
