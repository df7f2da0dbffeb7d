import { differing, shown, values } from '../figures.mjs'
import { states } from './figures-01.mjs'

export const says = 'in Firefox, from disk, figures have the numbers of the programs, too'
export const browser = 'firefox'

export async function use(tab, address) {
  const faults = []
  for (const [figure, state, options, names] of states.filter((_, at) => at % 4 === 1))
    faults.push(...differing(`${figure}?${state}`, await shown(tab, address('01-neuron.html'), figure, state), values(`01-neuron ${options}`), names))
  return faults
}
