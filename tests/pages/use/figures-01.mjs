import { differing, manners, shown, values } from '../figures.mjs'

export const says = 'the figures of chapter 1 move, with the numbers of its program'

const pass = { z: 'z', yhat: 'yhat', L: 'loss', dL_dyhat: 'dL_dyhat', dyhat_dz: 'dyhat_dz', dL_dw: 'dL_dw', dL_db: 'dL_db' }
const end = { w: 'w.last', b: 'b.last', yhat: 'yhat.last', L: 'loss.last' }
const slope = { analytic: 'dL_dw', central: 'dL_dw.numeric' }

export const states = [
  ['fig-graph', '', '--epochs 0', pass],
  ['fig-graph', 'w=-2&b=0.5&x=-1&y=0.25', '--w -2 --b 0.5 --x -1 --y 0.25 --epochs 0', pass],
  ['fig-graph', 'lr=10&step=1', '--lr 10 --epochs 1', end],
  ['fig-graph', 'w=6&b=6&x=3&y=0', '--w 6 --b 6 --x 3 --y 0 --epochs 0', pass],
  ['fig-graph', 'lr=2&step=1000', '--lr 2 --epochs 1000', end],
  ['fig-bowl', '', '--epochs 0', { yhat: 'yhat', L: 'loss', dL_dw: 'dL_dw', dL_db: 'dL_db' }],
  ['fig-bowl', 'step=1', '--epochs 1', end],
  ['fig-bowl', 'step=999', '--epochs 999', end],
  ['fig-bowl', 'w=-3&b=2&lr=5&step=77', '--w -3 --b 2 --lr 5 --epochs 77', end],
  ['fig-bowl', 'w=1.25&x=-2&y=0.5&step=400', '--w 1.25 --x -2 --y 0.5 --epochs 400', end],
  // Where |x| is at most 1, the program nudges by a hundred-thousandth, which is not among the steps: by what it finds, the slope is the same.
  ...['w=0.5&x=1', 'w=2&x=0.5&b=-1', 'w=-1&x=-1&y=0', 'w=0&x=1', 'w=1.5&x=1&b=1.5'].map((state) =>
    ['fig-nudges', `${state}&step=13`, state.replace(/&?(\w+)=/g, ' --$1 '), slope]),
]

export async function use(tab, address) {
  const faults = [], page = address('01-neuron.html')
  await tab.setViewportSize({ width: 390, height: 844 })
  for (const [figure, state, options, names] of states)
    faults.push(...differing(`${figure}?${state}`, await shown(tab, page, figure, state), values(`01-neuron ${options}`), names))
  faults.push(...(await manners(tab, page, 'fig-graph', { refused: 'w=7', solved: 'lr=10&step=1' })))
  faults.push(...(await manners(tab, page, 'fig-bowl', { refused: 'lr=0', solved: 'w=-4&b=-4&step=1000' })))
  faults.push(...(await manners(tab, page, 'fig-nudges', { refused: 'step=1.5', solved: 'w=4&step=15' })))
  return faults
}
