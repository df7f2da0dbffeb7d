// The wrong answers on file to an exercise, as tests/workbook/prove.sh has them: { name, told, what, text }. What differs from the
// solution is told in `what`; `told` are the words that reject it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'

export function wrongAnswers(folder) {
  const read = (name) => (existsSync(`${folder}/${name}`) ? readFileSync(`${folder}/${name}`, 'utf8') : '')
  const solution = read('solution.c')
  const whole = readdirSync(folder).filter((name) => /^wrong-.*\.c$/.test(name)).map((name) => {
    const [, told, what] = read(name).match(/^\/\* rejected (?:by a sanitizer )?with: (.*) \*\/\n([^]*)$/)
    return { name, told, what, text: read(name) }
  })
  const fields = read('wrong.txt').split('\n').filter(Boolean).map((line, at) => {
    const [, what, told] = line.match(/^(.*?) : (.*)$/)
    return { name: `wrong.txt:${at + 1}`, told, what, text: withFields(solution, what) }
  })
  const changes = read('wrong.diff').split(/\n\n+/).filter((entry) => entry.trim()).map((entry, at) => {
    const [told, ...lines] = entry.trimEnd().split('\n')
    return { name: `wrong.diff, ${at + 1}`, told, what: essence(lines).join('\n'), text: changed(solution, lines) }
  })
  return [...whole, ...fields, ...changes]
}

const withFields = (solution, fields) => `#define answer right
${solution}
#undef answer
#include <math.h>
__typeof__(right()) answer(void);
__typeof__(right()) answer(void)
{
    __typeof__(right()) a = right();
    ${fields.replace(/(^|; )/g, '$1a.')};
    return a;
}
`

// A line with - is left out of the solution, those with + behind it stand there instead.
function changed(solution, lines) {
  const left = [...lines]
  const added = () => {
    const news = []
    while (left[0]?.startsWith('+ ')) news.push(left.shift().slice(2))
    return news
  }
  const text = solution.trimEnd().split('\n').flatMap((line) => {
    const before = added()
    const gone = left[0]?.startsWith('- ') && line.trimStart() === left[0].slice(2)
    if (gone) left.shift()
    return gone ? before : [...before, line]
  })
  return [...text, ...added(), ''].join('\n')
}

// A comment is left out only since it says what is right.
function essence(lines) {
  let inComment = false
  return lines.filter((line) => {
    const begins = /^- \/\*/.test(line)
    const comment = inComment || begins
    inComment = comment && !line.includes('*/')
    return !comment
  })
}
