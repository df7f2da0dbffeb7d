// What a reader may do with the editor of an exercise, and with an answer that is none.
// One that is shared needs no tab, and no compiler, of its own.
export const scenes = (Exercise, { address, fromDisk }, read, sample) => {
  const solution = read('1.3', 'solution.c'), stub = read('1.3', 'stub.c')
  const doing = (statement, header = 'stdlib') => `#include <${header}.h>\n${solution.replace('{\n', `{\n    ${statement}\n`)}`
  const opened = async (tab) => {
    await tab.goto(address('01-neuron.html'))
    return new Exercise(tab, '1.3').open()
  }

  // The sentences of tests/workbook/verdict.c, for what tests/workbook/tool.sh has an answer do.
  const endings = [
    ['stopped after 5 seconds of computing', doing('for (volatile int i = 0; i == 0;) { }')],
    ['it prints without an end: stopped after 16 MB', doing('for (;;) puts("x");', 'stdio')],
    ['it asks for more and more memory: stopped at 1024 MB', doing('for (;;) { char *p = malloc(1 << 20); for (int i = 0; p && i < 1 << 20; i += 1 << 16) p[i] = 1; }')],
    ['it ended the program before the checks were through', doing('exit(0);')],
    ['it called abort', doing('abort();')],
    ['an assertion of its own does not hold', doing('assert(sizeof(int) == 1);', 'assert')],
    ['it reads standard input', doing('getchar();', 'stdio')],
    ['it writes a file, notes.txt', doing('FILE *f = fopen("notes.txt", "w"); if (f) { fputs("x", f); fclose(f); }', 'stdio')],
    ['a function that calls itself without an end', doing('static upside_down (*self)(void) = answer; volatile int deep = 1; if (deep) { upside_down u = self(); deep = (int)u.product; return u; }')],
    ['index 4 out of bounds', doing('volatile int four = 4; double a[3] = {0}; if (a[four] > 1) abort();')],
    ['load of null pointer', doing('double *volatile p = 0; if (*p > 1) abort();')],
    ['division by zero', doing('volatile int zero = 0; if (1 / zero) abort();')],
  ]

  return [
    {
      says: 'an endless loop, a trap and what else ends a program are told as make check tells them',
      shared: true,
      async use(tab) {
        const faults = [], exercise = await new Exercise(tab, '1.3').open()
        for (const [sentence, text] of sample ? [endings[0], endings[8], endings[9]] : endings) {
          const { headline, lines } = await exercise.check(text)
          if (headline !== '1.3 is not solved yet' || !lines.at(-1)?.includes(sentence)) faults.push(`for "${sentence}": ${headline} | ${lines.join(' | ')}`)
        }
        return faults
      },
    },
    {
      says: 'what does not compile or link is told, and marked at its line; a warning stops nothing',
      shared: true,
      async use(tab) {
        const faults = [], exercise = await new Exercise(tab, '1.3').open()
        const check = (holds, fault) => holds || faults.push(fault)
        const broken = await exercise.check(solution.replace('return', 'revert'))
        check(broken.headline.startsWith('1.3 does not compile yet: begin with the first error'), broken.headline)
        check(/^answers\/1\.3\.c:5:5: error: /.test(broken.words) && /^Line 5: .*revert/.test(broken.lines[0]), broken.words)
        check((await exercise.section.locator('.cm-line:has(.cm-lintRange-error)').first().textContent()).includes('revert'), 'the line is not marked')
        const lacking = await exercise.check(doing('extern double sq(double); sq(1.0);'))
        check(lacking.words.includes('sq is called, but there is no such function'), lacking.words)
        check((await exercise.section.locator('.cm-lintRange').count()) === 0, 'the mark of what compiles by now stays')
        const nameless = await exercise.check(solution.replace('answer(void)', 'other(void)'))
        check(nameless.words.includes('there is no answer, which answer.h asks for'), nameless.words)
        const unused = await exercise.check(doing('int unused;'))
        check(unused.headline === '1.3 solved' && unused.words.includes("warning: unused variable 'unused'"), `${unused.headline} ${unused.words}`)
        const own = `${solution.replace('3.479', '2.6')}double log10(double x) { return x; }\nint main(void) { return 0; }\n`
        check((await exercise.check(own)).lines.join().includes('product: not right'), 'functions called like those that the checks use judge')
        return faults
      },
    },
    {
      says: 'an answer is kept at every change, offered after a new stub or a new start, and never for nothing; attempts make a file',
      async use(tab) {
        const faults = [], exercise = await opened(tab)
        const check = (holds, fault) => holds || faults.push(fault)
        const stored = () => tab.evaluate(() => Object.entries(localStorage).map(([key, text]) => `${key.split('/').slice(1).join('/')}: ${text}`))
        const again = async () => {
          await tab.reload()
          return new Exercise(tab, '1.3').open()
        }
        check((await stored()).length === 0, `it keeps what nobody wrote: ${await stored()}`)
        await exercise.section.locator('.cm-content').press('Control+End')
        await tab.keyboard.type('/* mine')
        const mine = await exercise.text()
        check(mine === `${stub}/* mine`, 'typing does not write')
        check((await (await again()).text()) === mine, 'it is not kept')
        await exercise.section.locator('.cm-content').press('Control+a')
        await tab.keyboard.press('Delete')
        check((await exercise.text()) === '' && (await (await again()).text()) === mine, 'nothing is kept over something')

        tab.once('dialog', (dialog) => dialog.dismiss())
        await exercise.button('Start over').click()
        check((await exercise.text()) === mine, 'a new start does not ask')
        tab.once('dialog', (dialog) => dialog.accept())
        await exercise.button('Start over').click()
        check((await exercise.text()) === stub, 'a new start is no stub')
        await exercise.button('Bring back what I had').click()
        check((await exercise.text()) === mine, 'what was there does not come back')

        const saved = async (name) => {
          const [download] = await Promise.all([tab.waitForEvent('download'), exercise.button(name).click()])
          return [download.suggestedFilename(), String(await (await import('node:fs/promises')).readFile(await download.path()))]
        }
        check(JSON.stringify(await saved('Download answer.c')) === JSON.stringify(['answer.c', mine]), 'the answer is not downloaded')

        // As if the stub had been another.
        await tab.evaluate(() => {
          const key = Object.keys(localStorage).find((key) => /1\.3\/stub$/.test(key))
          localStorage.setItem(key.replace(/stub$/, '0000'), 'older')
          localStorage.removeItem(key.replace(/stub$/, localStorage[key]))
          localStorage.setItem(key, '0000')
        })
        await again()
        check((await exercise.text()) === stub, 'an answer to an older stub is loaded')
        await exercise.button('Bring back what I had').click()
        check((await exercise.text()) === 'older', 'an answer to an older stub is not offered')
        await exercise.check(solution.replace('1.0,', '0.0,'))
        const [, attempts] = await saved('All attempts as a file')
        const [attempt] = JSON.parse(attempts).attempts['1.3']
        check(attempt.said.includes('2 of 3 right') && attempt.text.includes('0.0,'), `the attempts are ${attempts}`)
        await exercise.check(solution)
        await tab.reload()
        check((await tab.textContent('[id="ex-1.3"] .grade')).includes('solved'), 'what is solved is not marked')
        check((await tab.textContent('#sec-exercises .solved')).includes('1 of '), 'progress is not told')
        return faults
      },
    },
    {
      says: 'the editor is left by Escape and Tab, and indents by Tab; a storage that refuses stops nothing',
      async use(tab) {
        const faults = []
        await tab.addInitScript(() => {
          Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', 'SecurityError') } })
        })
        const exercise = await opened(tab)
        const focused = () => tab.evaluate(() => document.activeElement.className + document.activeElement.textContent)
        await exercise.section.locator('.cm-content').press('Control+Home')
        await tab.keyboard.press('Tab')
        if (!(await exercise.text()).startsWith('    ')) faults.push('Tab does not indent')
        if (!(await exercise.said.textContent()).includes('keeps nothing')) faults.push('it does not say that nothing is kept')
        await tab.keyboard.press('Escape')
        await tab.keyboard.press('Tab')
        if (!(await focused()).includes('Check')) faults.push(`Escape and Tab lead to ${(await focused()).slice(0, 40)}`)
        return faults
      },
    },
    {
      says: 'from disk the editor opens, and Check says which command serves the page; without make live, the button says what makes the rest',
      async use(tab) {
        const faults = []
        await tab.goto(fromDisk('01-neuron.html'))
        const exercise = await new Exercise(tab, '1.3').open()
        const { headline } = await exercise.check()
        if (!/make live.*make serve/.test(headline)) faults.push(`from disk: ${headline}`)
        await tab.route('**/live/exercises.js', (route) => route.abort())
        await tab.goto(address('01-neuron.html'))
        await tab.locator('[id="ex-1.3"] .write button').click()
        const says = tab.locator('[id="ex-1.3"] .write span')
        await says.filter({ hasText: /make deps live.*make live/ }).waitFor({ timeout: 5000 }).catch(async () => faults.push(`without: ${await says.textContent()}`))
        return faults
      },
    },
    {
      says: 'in Firefox, too, a stub, a solution and an endless loop are told for what they are',
      inFirefox: true,
      async use(tab) {
        const exercise = await opened(tab), said = []
        for (const text of [stub, solution, endings[0][1], endings[8][1]]) said.push(Object.values(await exercise.check(text)).flat().join(' '))
        const expected = [/not answered yet/, /^1\.3 solved $/, /stopped after 5 seconds/, /calls itself without an end/]
        return expected.flatMap((words, at) => (words.test(said[at]) ? [] : [`expected ${words}: ${said[at]}`]))
      },
    },
  ]
}
