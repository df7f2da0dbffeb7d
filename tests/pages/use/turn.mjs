export const says = 'access keys turn the page, and arrows alone do not'

export const browser = 'firefox' // a headless Chromium knows no access keys

export async function use(tab, address) {
  await tab.goto(address('01-neuron.html'))
  await tab.keyboard.press('ArrowRight')
  for (const [key, page] of [['n', '02-network.html'], ['p', '01-neuron.html']]) {
    await Promise.all([tab.waitForURL(address(page), { timeout: 30000 }), tab.keyboard.press(`Alt+Shift+${key}`)])
  }
  return []
}
