// What the programs say, against what the page says: of the first two figures a program of a few lines, which writes chapter 3's
// formulas once more where there is one, of the third build/03-adam.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export const says = "the figures of chapter 3 that move have the program's numbers, step there and back, and set tasks that can be done"

const program = `
#include "01-neuron/neuron.h"
#include "03-adam/loss.h"
#include "03-adam/optimizer.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
int main(int argc, char *argv[])
{
    double in[6];
    for (int i = 1; i < argc; i++)
        in[i - 1] = atof(argv[i]);
    if (argc == 5) { /* z, y, lr, step */
        const double y = in[1];
        double z = in[0], e;
        for (int t = 0; t < in[3]; t++)
            e = sigmoid(z) - y, z -= in[2] * e * sigmoid(z) * (1 - sigmoid(z));
        e = sigmoid(z) - y;
        printf("half.z %.17g half.yhat %.17g half.L %.17g half.dL_dz %.17g ", z, e + y, e * e / 2, e * sigmoid(z) * (1 - sigmoid(z)));
        z = in[0];
        for (int t = 0; t < in[3]; t++)
            z -= in[2] * (sigmoid(z) - y);
        printf("bce.z %.17g bce.yhat %.17g bce.L %.17g bce.dL_dz %.17g", z, sigmoid(z), cross_entropy(z, y), sigmoid(z) - y);
        return 0;
    }
    static const char *const names[] = {"gd", "momentum", "rms", "adam"};
    static const optimizer_step steps[] = {gd_step, momentum_step, rms_step, adam_step};
    for (int w = 0; w < 4; w++) { /* alpha, gamma, lr, beta1, beta2, step */
        const optimizer o = {steps[w], in[2], in[3], in[4], 1e-7};
        double at[2] = {in[0], in[1]}, m[2] = {0}, v[2] = {0}, f;
        moments seen = {.m = m, .v = v};
        for (int t = 0;; t++) {
            f = (pow(at[0], 2) + 100 * pow(at[1], 2)) / 2;
            if (t == in[5] || f > 1e6)
                break;
            o.step(&o, &seen, 2, at, (const double[]){at[0], 100 * at[1]});
        }
        printf("%s.alpha %.17g %s.gamma %.17g %s.f %.17g ", names[w], at[0], names[w], at[1], names[w], f);
    }
}
`
const sources = ['01-neuron/neuron', '03-adam/loss', '03-adam/optimizer'].map((name) => `code/${name}.c`)

const valuesIn = (text) => Object.fromEntries([...text.matchAll(/^(\S+) = (\S+)$/gm)].map(([, name, value]) => [name, Number(value)]))

// The four runs, each of its own number of epochs, and the parameters of one.
function racing({ seed = 1, init = 'glorot', lr_gd = 0.5, lr_adam = 0.01, look = 'adam-bce', step = 0 }, folder) {
  const all = {}
  for (const name of ['gd-half', 'gd-bce', 'adam-half', 'adam-bce']) {
    const [optimizer, loss] = name.split('-')
    const file = join(folder, name)
    execFileSync('build/03-adam', ['--seed', seed, '--init', init, '--loss', loss, '--optimizer', optimizer, '--lr', optimizer === 'gd' ? lr_gd : lr_adam,
      '--epochs', step, '--quiet', '--values', file].map(String))
    const values = valuesIn(readFileSync(file, 'utf8'))
    const last = (row) => values[`yhat.${row}`] ?? values[`yhat.first.${row}`]
    all[`${name}.loss.last`] = values['loss.last'] ?? values['loss.first']
    for (const row of [0, 1, 2, 3]) all[`${name}.yhat.${row}`] = last(row)
    all[`${name}.solved`] = Number([0, 1, 1, 0].every((y, row) => Math.abs(last(row) - y) <= 0.1))
    if (name === look) for (const [parameter, value] of Object.entries(values)) if (/^[Wb]\d/.test(parameter)) all[parameter] = value
  }
  return all
}

export async function use(tab, address) {
  const faults = []
  const check = (holds, fault) => holds || faults.push(fault)
  const folder = mkdtempSync(join(tmpdir(), 'figures-'))
  const native = join(folder, 'native')
  execFileSync('cc', ['-x', 'c', '-', '-std=c11', '-O2', '-ffp-contract=off', '-Icode', ...sources, '-lm', '-o', native], { input: program })
  const run = (names, given, book) => {
    const words = execFileSync(native, names.map((name) => String({ ...book, step: 0, ...given }[name]))).toString().trim().split(' ')
    return Object.fromEntries(words.flatMap((word, i) => (i % 2 ? [] : [[word, Number(words[i + 1])]])))
  }

  const page = address('03-adam.html')
  const panel = (id) => tab.locator(`#${id} .panel`)
  // The numbers of a figure, once its state, if one is given, has come into the address and been drawn.
  const numbers = (id, state) => tab.evaluate(async ([id, hash]) => {
    if (hash && location.hash !== hash) {
      location.hash = hash
      await new Promise((done) => addEventListener('hashchange', done, { once: true }))
    }
    do await new Promise(requestAnimationFrame)
    while (!document.querySelector(`#${id} .panel data[value]`)) // the first time: it has to be loaded
    return Object.fromEntries([...document.querySelectorAll(`#${id} .panel data`)].map((it) => [it.dataset.name, Number(it.value)]))
  }, [id, state && `#${id}?${new URLSearchParams(state)}`])
  const press = async (id, name) => {
    await panel(id).getByRole('button', { name, exact: true }).click()
    return numbers(id)
  }
  const type = async (id, label, number) => {
    await panel(id).getByLabel(label, { exact: true }).fill(String(number))
    await panel(id).getByLabel(label, { exact: true }).press('Enter')
    return numbers(id)
  }
  const near = (a, b) => Math.abs(a - b) <= 1e-9 * Math.abs(b)
  const same = (a, b) => Object.keys(a).every((name) => a[name] === b[name])
  const told = (id) => panel(id).getByRole('status').textContent()
  const isDone = (id) => panel(id).locator('.task.done').count()

  const figures = {
    'fig-slopes': {
      expected: (state) => run(['z', 'y', 'lr', 'step'], state, { z: -8, y: 1, lr: 1 }),
      states: [{}, { step: 9 }, { step: 3100 }, { z: -10, lr: 5, step: 5000 }, { z: 3.5, y: 0, lr: 0.5, step: 40 }],
      refused: { z: 11 },
    },
    'fig-rms': {
      expected: (state) => run(['alpha', 'gamma', 'lr', 'beta1', 'beta2', 'step'], state, { alpha: -9, gamma: 0.8, lr: 0.019, beta1: 0.9, beta2: 0.999 }),
      states: [{ step: 60 }, {}, { lr: 0.1, step: 60 }, { alpha: 3, gamma: -1, lr: 0.05, beta1: 0.5, beta2: 0.9, step: 30 }, { lr: 0.5, beta1: 0, step: 17 }],
      refused: { beta1: 1 },
    },
    'fig-four': {
      expected: (state) => racing(state, folder),
      states: [{ step: 10000 }, {}, { seed: 9, lr_adam: 0.001, step: 2000 }, { seed: 3, init: 'tiny', look: 'gd-half', step: 700 },
        { init: 'uniform', lr_gd: 2, look: 'adam-half', step: 1 }],
      refused: { seed: 1.5 },
    },
  }

  await tab.goto(page)
  for (const [id, { expected, states, refused }] of Object.entries(figures)) {
    for (const state of states) {
      const got = await numbers(id, state)
      const wrong = Object.entries(expected(state)).find(([name, value]) => !near(got[name], value))
      if (wrong) faults.push(`${id} ${JSON.stringify(state)}: ${wrong[0]} is ${got[wrong[0]]}, and by the program ${wrong[1]}`)
    }
    const before = await numbers(id)
    check(!same(before, await press(id, 'Step')), `${id}: Step changes nothing`)
    check(same(before, await press(id, 'Back')), `${id}: Back does not undo Step`)
    await numbers(id, refused)
    const [[name, value]] = Object.entries(refused)
    check((await told(id)).includes(": expected a") && (await told(id)).endsWith(`got ${value}`), `${id}: ${name} = ${value} is not refused: ${await told(id)}`)
    check(same(before, await numbers(id)), `${id}: what is refused changes a number`)
    const start = await numbers(id, { ...states.at(-1), step: 0 })
    await numbers(id, states.at(-1))
    check(same(start, await press(id, 'Reset')), `${id}: Reset leads elsewhere than to the start`)
  }

  // The first numbers are those that the chapter quotes.
  const measured = valuesIn(readFileSync('build/data/03-adam/measure.values', 'utf8'))
  const asleep = await numbers('fig-slopes', {})
  check(near(asleep['half.dL_dz'], measured['asleep.half']) && near(asleep['bce.dL_dz'], measured['asleep.bce']), 'fig-slopes does not begin as in the text')
  const plain = await numbers('fig-rms', { step: 60 })
  check(near(plain['gd.f'], measured['valley.plain.left']), 'plain descent is left elsewhere than in the text')
  const momentum = await numbers('fig-rms', { lr: 0.1, step: 60 })
  check(near(momentum['momentum.f'], measured['valley.momentum.left']), 'momentum is left elsewhere than in the text')

  // The guesses that are told to be right.
  const z = async (of, step) => (await numbers('fig-slopes', { step }))[`${of}.z`]
  check((await z('bce', 8)) < 0 && (await z('bce', 9)) > 0, 'cross-entropy does not take nine steps')
  check((await z('half', 2900)) < 0 && (await z('half', 3100)) > 0, 'half the square does not take some three thousand steps')
  const last = await numbers('fig-rms', { step: 200 })
  check(['gd', 'momentum', 'rms'].every((walk) => last[`${walk}.f`] < last['adam.f']) && last['adam.alpha'] < -4.5, 'Adam is not left highest, or comes half the way')
  const slow = await numbers('fig-four', { lr_gd: 0.01, step: 10000 })
  check([0, 1, 2, 3].every((row) => Math.abs(slow[`gd-bce.yhat.${row}`] - 0.5) < 0.05), 'plain descent at a fiftieth of its rate leaves the plateau')

  // The tasks, by hand: a place on the plot, a learning rate, seeds in turn; and what is not their end.
  const clickAt = (id, across, down) => panel(id).locator('svg[role="img"] rect.frame').first().evaluate((frame, [across, down]) => {
    const { x, y, width, height } = frame.getBoundingClientRect()
    frame.ownerSVGElement.dispatchEvent(new MouseEvent('click', { clientX: x + across * width, clientY: y + down * height, bubbles: true }))
  }, [across, down])
  await press('fig-slopes', 'As in the book')
  check(!(await isDone('fig-slopes')), 'the task of fig-slopes is done too early')
  await clickAt('fig-slopes', 0.465, 0.5)
  check((await numbers('fig-slopes'))['half.z'] === -0.7 && (await isDone('fig-slopes')), 'the task of fig-slopes is not done where half the square pulls hardest')

  await clickAt('fig-rms', 0.8, 0.25)
  const from = await numbers('fig-rms')
  check(Math.abs(from['rms.alpha'] - 1.5) < 0.06 && Math.abs(from['adam.gamma'] - 0.6) < 0.02, `a click on the valley does not choose the start: ${from['rms.alpha']}, ${from['adam.gamma']}`)
  await numbers('fig-rms', { lr: 0.1, step: 200 })
  check(!(await isDone('fig-rms')), 'the task of fig-rms is done too early')
  await type('fig-rms', 'lr', 0.2)
  await type('fig-rms', 'step', 200)
  check((await isDone('fig-rms')) && (await told('fig-rms')).includes('plain descent thrown out at step 2'), `the task of fig-rms is not done at 0.2: ${await told('fig-rms')}`)

  await press('fig-four', 'As in the book')
  for (let seed = 1; seed <= 5; seed++) {
    if (seed > 1) await press('fig-four', 'another seed')
    await type('fig-four', 'epoch', 10000)
    check((await isDone('fig-four')) === Number(seed === 5), `the task of fig-four at seed ${seed}`)
  }
  const looked = await numbers('fig-four')
  await panel('fig-four').getByLabel('look at').selectOption('gd-bce')
  const other = await numbers('fig-four')
  check(looked['gd-bce.loss.last'] === other['gd-bce.loss.last'] && looked.b2 !== other.b2, 'to look at another run moves the runs, or shows the same parameters')
  rmSync(folder, { recursive: true })
  return faults
}
