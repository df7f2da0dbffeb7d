export const says = 'without WebAssembly, or where a file of it is missing or broken, a page reads as before and says what is the matter'

export async function use(tab, address) {
  const faults = []
  const page = address('01-neuron.html')
  const tell = async (why) => {
    const run = tab.locator('[data-program]:visible').first()
    await run.getByRole('button', { name: 'Run' }).click()
    await tab.locator('[data-of=fig-graph] .move').click()
    for (const [what, place] of [['a program', run.locator('.ended')], ['a figure', tab.locator('[data-of=fig-graph] .move + p')]]) {
      await place.filter({ hasText: /./ }).waitFor()
      const said = await place.textContent()
      if (!said.includes(why)) faults.push(`${what}, ${why}: "${said}"`)
    }
    if (!(await tab.locator('#fig-graph svg:visible').count())) faults.push(`${why}: the still figure is gone`)
    if (await tab.locator('.panel').count()) faults.push(`${why}: there is a panel`)
  }
  await tab.route('**/live/*', (route) => route.abort())
  await tab.goto(page)
  await tell('lacks live/')
  await tab.unroute('**/live/*')
  const broken = 'for (const name of ["01-neuron", "01-neuron.numbers"]) live.packs[name] = { bytes: "AAAA", data: {}, files: {} }'
  await tab.route(/live.01-neuron(.numbers)?.js/, (route) => route.fulfill({ contentType: 'text/javascript', body: broken }))
  await tab.goto(page)
  await tell('is broken')
  await tab.addInitScript(() => delete globalThis.WebAssembly)
  await tab.goto(page)
  await tell('no WebAssembly')
  return faults
}
