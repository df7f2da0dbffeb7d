export const says = 'a term of a formula or figure lights its name in the code of its section, and back; every symbol with a name is known'

// What is lit in the page: the terms, each by the id, if any, of what it stands in, and the code from its line's beginning to the name's end.
function lit() {
  const place = (term) => {
    const { id, localName } = term.closest('.equation, figure, table, p, main')
    return id || localName
  }
  const terms = [...document.querySelectorAll('.lit')].map(place)
  const code = [...(CSS.highlights.get('term') ?? [])].map((name) => {
    const line = new Range()
    line.setStartBefore(name.startContainer.parentElement.closest('.line, code'))
    line.setEnd(name.endContainer, name.endOffset)
    return line.toString().trim()
  })
  return { terms, code }
}

// Points into each section and each exercise, and returns what the terms of its formulas are in C.
function allTerms() {
  for (const formula of document.querySelectorAll('main math'))
    formula.dispatchEvent(new PointerEvent('pointermove', { pointerType: 'mouse', bubbles: true }))
  return [...document.querySelectorAll('math [data-in-c]')].flatMap((term) => term.dataset.inC.split(' '))
}

// The exercises of which a term lights something outside: each is a section of its own.
function leaking() {
  const leaks = (exercise) => [...exercise.querySelectorAll('[data-in-c]')].some((term) => {
    term.dispatchEvent(new PointerEvent('pointermove', { pointerType: 'mouse', bubbles: true }))
    return [...document.querySelectorAll('.lit')].some((lit) => !exercise.contains(lit))
  })
  return [...document.querySelectorAll('.exercise')].filter(leaks).map(({ id }) => id)
}

export async function use(tab, address) {
  const faults = []
  const listing = '#lst-02-network-network-network_backward'
  const point = (selector) => tab.locator(`${selector} >> visible=true`).first().hover()
  // Moves the mouse to where a piece of code begins.
  const pointAtCode = async (selector, code) => {
    const { x, y } = await tab.evaluate(([selector, code]) => {
      const lines = [...document.querySelectorAll(selector)]
      const line = lines.find((line) => line.textContent.includes(code))
      line.scrollIntoView({ block: 'center', behavior: 'instant' })
      const walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT)
      while (!walker.nextNode().data.includes(code));
      const range = new Range()
      range.setStart(walker.currentNode, walker.currentNode.data.indexOf(code))
      range.setEnd(range.startContainer, range.startOffset + 1)
      return range.getBoundingClientRect()
    }, [selector, code])
    await tab.mouse.move(x + 3, y + 5)
  }
  const expect = async (what, terms, code) => {
    const now = await tab.evaluate(lit)
    for (const term of terms) if (!now.terms.includes(term)) faults.push(`${what}: ${term} is dark`)
    for (const line of code) if (!now.code.includes(line)) faults.push(`${what}: "${line}" is dark`)
    return now
  }
  const expectNone = async (what) => {
    const { terms, code } = await tab.evaluate(lit)
    if (terms.length + code.length) faults.push(`${what}: lit are ${[...terms, ...code].join('; ')}`)
  }

  await tab.goto(address('02-network.html'))
  const delta = [['eq-hidden-delta', 'eq-hidden-gradient', 'eq-row-deltas', 'table'],
    ['const double dL_dz1', 'gradient->b1[j] += dL_dz1', 'gradient->W1[i][j] += dL_dz1', 'dL_dz1', 'W1[i][j] += dL_dz1']]
  await point('#eq-hidden-delta msubsup') // its index is not a part of it
  const { terms } = await expect('δ', ...delta)
  if (terms.includes('fig-blocks')) faults.push('δ: lit in another section')
  await tab.keyboard.press('Escape')
  await expectNone('Escape')
  await pointAtCode(`${listing} .line`, 'dL_dz1')
  await expect('dL_dz1', ...delta)

  await point('#eq-hidden-gradient mfrac')
  const { code } = await expect('∂L/∂W', ['table'], ['gradient->W1', 'W1'])
  if (code.length > 2) faults.push(`∂L/∂W: lit is ${code.join('; ')}`)
  await pointAtCode(`${listing} .line`, 'W2[j];')
  const { code: weights } = await expect('W2', ['eq-dh', 'fig-graph2'], ['const double dL_dh = dL_dz2[n] * net->W2'])
  if (weights.includes('gradient->W2')) faults.push('W2: its derivative is lit, too')
  await pointAtCode(`${listing} .line`, 'HIDDEN')
  await expectNone('HIDDEN, which no formula has')
  await pointAtCode('#lst-02-network-network\\.h-network_backward .line', 'dL_dz2 (')
  await expectNone('a comment')
  await point('#fig-shape tspan[font-style=italic]:text-is("W")')
  await expect('W in the figure', ['fig-shape'], ['double W1'])

  const tap = () => tab.evaluate(() => {
    const tap = new PointerEvent('click', { pointerType: 'touch', bubbles: true })
    document.querySelector('#eq-network msubsup').dispatchEvent(tap)
  })
  await tap()
  await expect('a tap', ['eq-network'], ['double z1'])
  await tap()
  await expectNone('a second tap')
  await tab.keyboard.press('Shift') // then the browser's cursor comes into a name
  await tab.evaluate(() => {
    const node = document.querySelector('#eq-hidden-delta msubsup mi').firstChild
    getSelection().collapse(node, 0)
    return new Promise((resolve) => setTimeout(resolve))
  })
  await expect('the cursor', ...delta)

  // A name that has several signs for a symbol, as half_squares has, is no term.
  const known = new Set(await tab.evaluate(allTerms))
  for (const page of ['04-digits.html', '03-adam.html', '01-neuron.html']) {
    await tab.goto(address(page))
    for (const name of await tab.evaluate(allTerms)) known.add(name)
  }
  await point('#eq-step mfrac')
  await expect('∂L/∂w', ['eq-step'], ['n->w -= lr * gradient->w'])
  for (const [symbol, names] of await tab.evaluate(() => Object.entries(notation)))
    for (const name of names)
      if (!known.has(name) && !/^\d/.test(symbol)) faults.push(`no formula of the chapters has ${symbol}, which is ${name}`)
  for (const exercise of await tab.evaluate(leaking)) faults.push(`${exercise} lights terms of another`)
  return faults
}
