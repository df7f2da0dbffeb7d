// What a reader does with a page: each file of use/ exports what it `says` holds, and `use`, an async function of a tab and of a function
// that gives the address of a page by its name, which returns its faults; and in `browser` "firefox" if Chromium will not do.
import { readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'

export async function uses(folder, book) {
  const address = (page) => pathToFileURL(resolve(book, page)).href
  const files = readdirSync(folder).filter((name) => name.endsWith('.mjs')).sort()
  const modules = await Promise.all(files.map((file) => import(pathToFileURL(join(folder, file)).href)))
  return modules.map(({ says, use, browser }, at) => ({ says, inFirefox: browser === 'firefox', job: (tab) => tried(files[at], tab, () => use(tab, address)) }))
}

// An error of the script is a fault, too, and so is a request that leaves this machine.
async function tried(file, tab, job) {
  const errors = []
  tab.on('pageerror', ({ message }) => {
    // Firefox lays a page out before it has the whole of it, and complains of a formula of which the end is still to come.
    if (!message.startsWith('Incorrect number of children')) errors.push(`the page: ${message}`)
  })
  tab.on('request', (request) => {
    if (!/^(file|data|blob|about):/.test(request.url())) errors.push(`asked for ${request.url()}`)
  })
  try {
    return [...(await job()), ...errors]
  } catch (error) {
    return [`${file}: ${error.message.split('\n')[0]}`, ...errors]
  }
}
