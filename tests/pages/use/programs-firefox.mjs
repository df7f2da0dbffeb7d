import { differences } from './programs.mjs'

export const says = 'in Firefox, from disk, the programs print, refuse and save that, too'
export const browser = 'firefox'

export const use = (tab, address) => differences(tab, address, 12)
