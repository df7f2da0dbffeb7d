export const says = 'nothing moves much when the fonts come: without them the text is as long'

export async function use(tab, address) {
  const faults = []
  const height = async () => {
    await tab.goto(address('B-notebook.html'))
    return tab.evaluate(async () => {
      await document.fonts.ready
      return document.querySelector('main').offsetHeight
    })
  }
  for (const width of [390, 1280]) {
    await tab.setViewportSize({ width, height: 800 })
    const withFonts = await height()
    await tab.route(/pagella-(regular|italic|bold).*woff2/, (route) => route.abort())
    const without = await height()
    await tab.unroute(/pagella-(regular|italic|bold).*woff2/)
    const share = without / withFonts - 1
    if (Math.abs(share) > 0.02) faults.push(`at ${width} px the page is ${(100 * share).toFixed(1)}% longer without its fonts`)
  }
  return faults
}
