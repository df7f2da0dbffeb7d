// What the exercises of the pages need of the book: for each chapter a script live/exercises-NN.js with stubs, headers, and the
// objects of its modules and checks, compiled by the clang that a page has. An object is kept under a hash of what it was made from.
//
// usage: node weave/live/compiler/build.mjs OUT STEM...      all the chapters, in their order
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { wrongAnswers } from './wrong.mjs'

const [out, ...stems] = process.argv.slice(2)
const { runClang, runLLVM } = await import('../../../build/deps/compiler/node_modules/@yowasp/clang/gen/bundle.js')
await runLLVM(null, {}, { fetchProgress() {} })
const kept = `${out}/live/objects`
mkdirSync(kept, { recursive: true })

const read = (file) => readFileSync(file, 'utf8')
const names = (folder, end) => readdirSync(folder).filter((name) => name.endsWith(end)).sort()
const tree = (folder, end) => Object.fromEntries(names(folder, end).map((name) => [name, read(`${folder}/${name}`)]))
const hash = (...texts) => createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 20)
const version = JSON.parse(read('weave/live/compiler/package.json')).dependencies['@yowasp/clang']

const workbook = { ...tree('tests/workbook', '.h'), ...tree('tests/workbook', '.c') }
const live = { ...tree('weave/live/compiler', '.c'), ...tree('weave/live/compiler', '.h') }
const flags = '-std=c11 -fno-fast-math -ffp-contract=off'.split(' ')
const jumps = '-mllvm -wasm-enable-sjlj'.split(' ')
// How a page compiles an answer, and links it with its checks: as tests/workbook/common.sh does, and with weave/live/compiler/watch.c.
const watched = [...live['watch.c'].matchAll(/(?:WATCHED\(\w+, |\*__wrap_)(\w{2,})/g)].map(([, name]) => `-Wl,--wrap=${name}`)
const answering = [...flags, ...'-Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wno-enum-float-conversion -Werror=implicit-function-declaration'.split(' '),
  ...'-D_XOPEN_SOURCE=700 -O1 -fsanitize=undefined -fno-sanitize-recover=all'.split(' '), '-fno-sanitize=builtin,function,nonnull-attribute,returns-nonnull-attribute',
  ...['malloc', 'calloc', 'realloc', 'free'].map((name) => `-fno-builtin-${name}`), '-c', 'answers/N.c', '-o', 'answer.o']
const linking = ['answer.o', '-Wl,--max-memory=1073741824', '-Wl,--stack-first', '-Wl,-z,stack-size=8388608', '-Wl,--strip-debug', '-lsetjmp', '-lwasi-emulated-getpid', '-lc-printscan-long-double', ...new Set(watched), '-o', 'program.wasm']

const headers = Object.fromEntries(['plumbing', 'shell', ...stems].map((room) => [room, tree(`code/${room}`, '.h')]))

async function run(command, args, files) {
  let said = ''
  const hear = (bytes) => (said += bytes ? new TextDecoder().decode(bytes) : '')
  try {
    const made = await command(args, files, { stdout: hear, stderr: hear })
    return { made, said }
  } catch (error) {
    throw new Error(`${args.join(' ')}: ${said || error}`)
  }
}

// The one command that clang would run, as a page runs it.
const inner = async (...args) => {
  const { said } = await run(runLLVM, ['clang', '-###', ...args], { answers: { 'N.c': '' }, 'answer.h': '', 'answer.o': '' })
  const line = said.split('\n').find((line) => line.startsWith(' "'))
  return [...line.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, word]) => word.replace(/\\(.)/g, '$1')).filter((word, at) => at || word)
}
const commands = {
  compiling: {
    functions: await inner(...answering, '-include', 'answer.h', '-I.', '-isystem', 'code', '-isystem', 'workbook'),
    program: await inner(...answering, '-Wno-pedantic', '-Wno-conversion'),
  },
  linking: await inner(...linking),
}

// remember KEY, JOB: what the job makes, from the last time if nothing has changed.
async function remember(key, job) {
  const file = `${kept}/${hash(version, key)}`
  if (!existsSync(file)) writeFileSync(file, await job())
  return readFileSync(file)
}

const compile = (source, files, ...more) => {
  const args = ['clang', ...flags, '-O2', ...more, '-Icode', '-Iworkbook', '-I.', '-c', source, '-o', 'object.o']
  return remember([args, files], async () => (await run(runClang, args, files)).made['object.o'])
}
const symbols = async (object) =>
  String(await remember(['nm', object.toString('base64')], async () => (await run(runLLVM, ['nm', '-g', 'o'], { o: object })).said))
    .split('\n').map((line) => line.trim().split(/\s+/)).filter((fields) => fields.length > 1)
const plain = (name) => name.replace(/^__main_(void|argc_argv)$|^__original_main$/, 'main')
const defined = async (object) => (await symbols(object)).filter(([, kind]) => /^[A-TV-Z]$/.test(kind)).map(([, , name]) => plain(name))
const needed = async (object) => (await symbols(object)).filter(([kind]) => kind === 'U').map(([, name]) => name)

const common = {
  'workbook.o': await compile('workbook/workbook.c', { workbook }, ...jumps, '-D_WASI_EMULATED_GETPID'),
  'answer_run.o': await compile('answer_run.c', { workbook, 'answer_run.c': live['answer_run.c'] }),
  'watch.o': await compile('watch.c', { 'watch.c': live['watch.c'], 'fenv.h': live['fenv.h'] }),
}
const verdict = await compile('workbook/verdict.c', { workbook })
const judge = await compile('judge.c', { workbook, 'judge.c': live['judge.c'] })
const judging = await remember(['judge', judge.toString('base64'), verdict.toString('base64')], async () =>
  (await run(runClang, ['clang', 'judge.o', 'verdict.o', '-Wl,--strip-all', '-o', 'judge.wasm'], { 'judge.o': judge, 'verdict.o': verdict })).made['judge.wasm'])

// The whole of a sentence of which the words are on file, as a check has it, if it has it in one piece.
const literals = (text) => [...text.matchAll(/(?:"(?:[^"\\\n]|\\.)*"\s*)+/g)]
  .map(([pieces]) => [...pieces.matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, piece]) => piece.replace(/\\"/g, '"')).join(''))
function whole(told, ...texts) {
  const [, name, words] = told.match(/^([\w()[\]]+(?: of [\w ]+)?: )?(.*)$/)
  const sentence = texts.flatMap(literals).find((text) => text.includes(words) && !text.includes('%'))
  return sentence ? (name ?? '') + sentence : `… ${told} …`
}

const base64 = (objects) => Object.fromEntries(Object.entries(objects).map(([name, bytes]) => [name, Buffer.from(bytes).toString('base64')]))
const modules = {}
for (const stem of ['plumbing', 'shell', ...stems]) {
  // A page has neither processes nor files that could be lost half written.
  for (const name of names(`code/${stem}`, '.c').filter((name) => !['main.c', 'files.c', 'parallel.c'].includes(name)))
    modules[`${stem}-${name.replace(/c$/, 'o')}`] = await compile(name, { code: headers, [name]: read(`code/${stem}/${name}`), ...tree(`code/${stem}`, '.csv') }, `-Icode/${stem}`)
  const folder = `code/${stem}/exercises`
  if (!stems.includes(stem) || !existsSync(folder)) continue

  const members = Object.keys(modules)
  const book = await remember(['ar', base64(modules)], async () =>
    (await run(runLLVM, ['ar', 'rcs', 'book.a', ...members], { ...modules })).made['book.a'])
  const others = [...Object.values(common), ...Object.values(modules)]
  const taken = (await Promise.all(others.map(async (object) => [...(await defined(object)), ...(await needed(object))]))).flat()
  const exercises = {}
  for (const number of readdirSync(folder)) {
    const own = `${folder}/${number}`
    const files = { code: headers, workbook, 'fenv.h': live['fenv.h'], 'test.c': read(`${own}/test.c`) }
    const answer = existsSync(`${own}/answer.h`) ? read(`${own}/answer.h`) : undefined
    if (answer) files['answer.h'] = answer
    const test = await compile('test.c', files)
    const stub = read(`${own}/stub.c`)
    const asked = answer ? await defined(await compile('stub.c', { ...files, 'stub.c': stub }, '-w', '-O0')) : []
    const asks = await needed(test)
    exercises[number] = {
      stub, answer, asks, test: test.toString('base64'), hash: hash(stub).slice(0, 8),
      taken: [...new Set(['main', ...taken, ...(await defined(test)), ...asks])].filter((name) => !asked.includes(name)).sort(),
      wrong: wrongAnswers(own).map(({ what, told }) => ({ what, told: whole(told, files['test.c'], workbook['workbook.c'], workbook['verdict.c']) })),
    }
  }
  const before = ['plumbing', 'shell', ...stems.slice(0, stems.indexOf(stem) + 1)]
  const chapter = {
    headers: { code: Object.fromEntries(before.map((room) => [room, headers[room]])), workbook: tree('tests/workbook', '.h') },
    ...commands, objects: base64({ ...common, 'book.a': book }), judge: judging.toString('base64'), exercises,
  }
  const number = stem.split('-')[0]
  writeFileSync(`${out}/book/live/exercises-${number}.js`, `(live.chapters ??= {})['${number}'] = ${JSON.stringify(chapter)}\n`)
}
