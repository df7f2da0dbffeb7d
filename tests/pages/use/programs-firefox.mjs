import { differences } from './programs.mjs'

export const says = 'some of them do so in Firefox, from disk'
export const browser = 'firefox'

export const use = (tab, address) => differences(tab, address, 12)
