import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readSettings } from '../../../src/hosting/hostSettings.ts'
import { settings } from '../../../src/settings/settings.ts'

const text = readFileSync(new URL('../../../src/settings/settings.json', import.meta.url), 'utf8')

const faultsOf = (changed: string) => {
  const read = readSettings(changed)
  return read.ok ? [] : read.faults
}
const lineIn = (changed: string, what: string) => changed.slice(0, changed.indexOf(what)).split('\n').length

describe('the settings of a host', () => {
  it('are right as they come with the product', () => {
    expect(readSettings(text)).toEqual({ ok: true, settings })
  })

  it.each([
    ['"workingDaysToAnswer": 5', '"workingDaysToAnswer": 0', 'workingDaysToAnswer must be 1 at least'],
    [
      '"workingDaysToAnswer": 5',
      '"workingDaysToAnswer": 2.5',
      'workingDaysToAnswer must be a whole number of working days',
    ],
    ['"workingDaysToAnswer": 5', '"workingDaysToAnswer": "5"', 'workingDaysToAnswer must be a number of working days'],
    [
      '"lastContactOlderThanDays": 30',
      '"lastContactOlderThanDays": 900',
      'notices.lastContactOlderThanDays must be 365 at most',
    ],
    ['"accountTeamMail": null', '"accountTeamMail": "nobody"', 'accountTeamMail must be a mail address, or null'],
    ['"sv"]', '"nb"]', 'languages.1 must be one of en, sv'],
    ['"contact": null', '"contct": null', 'contct is no setting'],
  ])('name the line on which %s has become %s', (from, to, says) => {
    const changed = text.replace(from, to).replace('"languages": ["sv", "sv"]', '"languages": ["sv", "en"]')
    const at = to === '"nb"]' ? '"languages"' : to.split(':')[0]
    const broken = to === '"nb"]' ? text.replace('"en"]', '"nb"]') : changed
    expect(faultsOf(broken)).toContainEqual(`line ${lineIn(broken, at ?? '')}: ${says}`)
  })

  it('name the line of what something is missing in', () => {
    const changed = text.replace(/,\s*"sv": "Partnerguiden"/, '')
    expect(faultsOf(changed)).toEqual([expect.stringMatching(/^line 2: service.sv /)])
  })

  it('never throw, whatever somebody writes into them', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(20), fc.string(), (at, gone, more) => {
        const read = readSettings(text.slice(0, at) + more + text.slice(at + gone))
        if (!read.ok) for (const fault of read.faults) expect(fault).toMatch(/^(?:line \d+: |this is not JSON: )./)
      }),
    )
  })
})
