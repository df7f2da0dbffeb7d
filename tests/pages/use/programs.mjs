// The lines are those of tests/cli and tests/live: CODE ARGUMENTS. The native programs run where the pages have their root, and as if
// the processor had no fused multiply-add, which WebAssembly has not.
import { execFileSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

export const says = 'the programs print, refuse and save in the pages what they do elsewhere, byte by byte, can be stopped, and leave no memory behind'

const linesOf = (file) => existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter((line) => /^\d/.test(line)) : []

// What a native program prints for each line, and the files that it leaves.
function native(program, lines) {
  const root = mkdtempSync(join(tmpdir(), 'pages-'))
  mkdirSync(join(root, 'build'))
  mkdirSync(join(root, 'code'))
  for (const stem of readdirSync('code').filter((stem) => /^\d/.test(stem) && stem <= program))
    for (const name of readdirSync(`code/${stem}`).filter((name) => name.endsWith('.txt'))) cpSync(`code/${stem}/${name}`, join(root, 'code', stem, name))
  const script = lines.map((line) => `"$0" ${line.replace(/^\d+/, '').replace(/[|]/g, '\\$&')} 2>&1; printf '\\036%d\\035' $?`).join('\n')
  const env = { ...process.env, GLIBC_TUNABLES: 'glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4' }
  const said = execFileSync('sh', ['-c', script, resolve('build', program)], { cwd: root, env }).toString().split('\x1d').slice(0, -1)
  const files = {}
  for (const name of readdirSync(root, { recursive: true, withFileTypes: true }))
    if (name.isFile()) files[join(name.parentPath ?? name.path, name.name).slice(root.length + 1)] = readFileSync(join(name.parentPath ?? name.path, name.name)).toString('base64')
  rmSync(root, { recursive: true })
  return { runs: said.map((text) => text.split('\x1e')), files }
}

// The same in a page.
const inPage = (tab, program, lines) =>
  tab.evaluate(async ({ program, lines }) => {
    const run = document.querySelector(`[data-program="${program}"]`)
    const [form, output] = run.children
    const runs = []
    for (const line of lines) {
      form.elements[1].value = line.replace(/^\d+ ?/, '')
      delete run.dataset.exit
      form.requestSubmit()
      while (run.dataset.exit === undefined) await new Promise((done) => setTimeout(done, 3))
      runs.push([output.textContent, run.dataset.exit])
    }
    const files = {}
    for (const [name, bytes] of live.files) files[name] = btoa(String.fromCharCode(...bytes))
    return { runs, files }
  }, { program, lines })

async function heap(session) {
  await session.send('HeapProfiler.collectGarbage')
  return (await session.send('Runtime.getHeapUsage')).usedSize
}

// What differs between page and program over so many lines of each.
export async function differences(tab, address, most, before = () => {}, after = () => {}) {
  const faults = []
  for (const program of readdirSync('code').filter((name) => existsSync(`code/${name}/main.c`))) {
    const lines = [...linesOf(`tests/live/${program}.lines`), ...linesOf(`tests/cli/${program}.lines`), ...linesOf('tests/live/every.lines')]
    if (lines.length < 40) faults.push(`${program}: only ${lines.length} lines`)
    lines.splice(most)
    await tab.goto(address(`${program}.html`))
    await inPage(tab, program, lines.slice(0, 3))
    await tab.reload()
    const wanted = native(program, lines)
    await before()
    const got = await inPage(tab, program, lines)
    lines.forEach((line, i) => {
      const [text, code] = got.runs[i], [textWanted, codeWanted] = wanted.runs[i]
      if (code !== codeWanted || !line.startsWith(code)) faults.push(`${program} ${line}: exit ${code} in the page, ${codeWanted} elsewhere`)
      const at = Math.max(0, [...text].findIndex((letter, k) => letter !== textWanted[k]) - 30)
      if (text !== textWanted) faults.push(`${program} ${line}: "${text.slice(at, at + 70)}" in the page, "${textWanted.slice(at, at + 70)}" elsewhere`)
    })
    for (const name of new Set([...Object.keys(wanted.files), ...Object.keys(got.files)]))
      if (wanted.files[name] !== got.files[name]) faults.push(`${program}: ${name} is another file in the page`)
    if (most === Infinity) await inPage(tab, program, Array(Math.max(100 - lines.length, 0)).fill('0 --quiet --epochs 1'))
    const more = await after()
    if (more > 4e6) faults.push(`${program}: 100 runs leave ${more} bytes behind`)
  }
  return faults
}

export async function use(tab, address) {
  const session = await tab.context().newCDPSession(tab)
  const heap = async () => {
    await session.send('HeapProfiler.collectGarbage')
    return (await session.send('Runtime.getHeapUsage')).usedSize
  }
  let used = 0
  await tab.setViewportSize({ width: 390, height: 800 })
  const faults = await differences(tab, address, Infinity, async () => (used = await heap()), async () => (await heap()) - used)

  // An endless run is stopped, and the next one goes well.
  await tab.goto(address('03-adam.html'))
  const run = tab.locator('[data-program="03-adam"]:visible').first()
  const field = run.getByRole('textbox', { name: 'Arguments' })
  await field.fill('--epochs 1000000000')
  await run.getByRole('button', { name: 'Run' }).click()
  await run.locator('output', { hasText: '50000 ' }).waitFor()
  await run.getByRole('button', { name: 'Stop' }).click()
  await run.getByText(/^Stopped/).waitFor()
  await field.fill('--epochs 1 --save mine.txt')
  await field.press('Enter')
  await run.getByText(/^Ended well/).waitFor()

  // What it saved can be looked at, changed, and begun from.
  await run.getByText('Files in this page').click()
  await run.getByRole('button', { name: 'edit mine.txt' }).click()
  await run.getByRole('textbox', { name: 'mine.txt' }).fill('W1 2 3 nonsense')
  await field.fill('--params mine.txt')
  await field.press('Enter')
  await run.getByText(/^Exit code 2/).waitFor()
  const refused = await run.locator('output').textContent()
  if (!refused.endsWith('mine.txt:1: W1: expected a number, got "nonsense"\n')) faults.push(`a file changed by hand: "${refused}"`)
  return faults
}
