export const says = 'the search is loaded when it is wanted, and leads to the right place; / opens it, Escape closes it'

// What a reader may type, and where the best place for it is.
const places = {
  'learning rate': '01-neuron.html#sec-step',
  'cross entropy': '03-adam.html#sec-likelihood',
  'saddle point': '02-network.html#sec-symmetry',
  'where does the transpose come from': '02-network.html#sec-transpose',
  'network_forward': '02-network.html#lst-02-network-network-includes',
  'forward': '01-neuron.html#sec-forward',
  'backpropogation': '01-neuron.html#sec-backward',
  'momen': '03-adam.html#sec-momentum',
  '(2.6)': '02-network.html#eq-hidden-delta',
  '2.6': '02-network.html#sec-transpose',
  'solution 1.4': '01-neuron.html#ex-1.4',
  'Figure 2.4': '02-network.html#fig-graph2',
  'sec. of the clinic': '02-network.html#sec-clinic',
  'δ': '02-network.html#sec-output-delta',
  'ŷ': 'index.html#notation',
  'W2': 'index.html#notation',
}

export async function use(tab, address) {
  const faults = []
  const loaded = []
  tab.on('request', (request) => loaded.push(request.url()))
  tab.on('console', (message) => message.type() === 'error' && faults.push(`on the console: ${message.text()}`))
  const state = () => tab.evaluate(() => {
    const { open } = document.querySelector('dialog.search')
    return { open, focus: document.activeElement.className || document.activeElement.localName, typed: document.querySelector('.search input').value }
  })
  const index = address('search-index.js')
  await tab.goto(address('03-adam.html'))
  if (loaded.includes(index)) faults.push('the index is loaded before it is wanted')
  await tab.click('.search-open')
  await tab.keyboard.type('1/2')
  await tab.waitForSelector('.search li')
  if ((await state()).typed !== '1/2') faults.push('a / that is typed into the words is lost')
  await tab.keyboard.press('Escape')
  const closed = await state()
  if (closed.open) faults.push('Escape does not close it')
  if (closed.focus !== 'search-open') faults.push(`its button has not the focus again, but ${closed.focus}`)

  await tab.keyboard.press('Control+/')
  if ((await state()).open) faults.push('Control and / open it')
  await tab.keyboard.press('/')
  if ((await state()).typed !== '1/2') faults.push('the / that opens it is typed, too')
  const best = async (query) => {
    await tab.fill('.search input', query)
    return tab.evaluate(() => document.querySelector('.search li a')?.getAttribute('href'))
  }
  for (const [query, place] of Object.entries(places))
    if ((await best(query)) !== place) faults.push(`"${query}" leads to ${await best(query)}, not ${place}`)
  if (await best('zzyzx')) faults.push('it finds what is not there')

  // Enter takes the best place, the arrows lead to another; on this page and on one where it is folded away.
  for (const [query, keys] of [['momentum', ['Enter']], ['--beta1', ['ArrowDown', 'Enter']]]) {
    await tab.keyboard.press('/')
    const place = await best(query)
    const [page, id] = place.split('#')
    for (const key of keys) await tab.keyboard.press(key)
    await tab.waitForURL(`${address(page)}#${id}`)
    const isShown = () => {
      const target = document.querySelector(':target')
      const { top, bottom } = target?.getBoundingClientRect() ?? {}
      return Boolean(target?.checkVisibility()) && top < innerHeight && bottom > 0
    }
    await tab.waitForFunction(isShown).catch(() => faults.push(`${place} is not shown`))
    if ((await state()).open) faults.push(`it is still open at ${place}`)
  }
  faults.push(...loaded.filter((url) => !/^(file|data):/.test(url)).map((url) => `it asks for ${url}`))
  return faults
}
