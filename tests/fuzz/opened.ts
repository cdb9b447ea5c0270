import * as z from 'zod/mini'
import { assess } from '../../src/domain/assessment/assess.ts'
import { canonicalText, digestOf } from '../../src/domain/case/canonicalJson.ts'
import { type CaseFile, caseFileSchema } from '../../src/domain/case/caseFile.ts'
import { cleanText } from '../../src/domain/case/cleanText.ts'
import { caseFileOf, caseFromFile, copyContent } from '../../src/domain/case/writeCaseFile.ts'
import { receivedCase, replySummary } from '../../src/domain/inbox/receivedCase.ts'
import { interview } from '../../src/domain/interview/interview.ts'
import { visibleAnswers } from '../../src/domain/interview/visibleAnswers.ts'
import { type ReadReply, readReply } from '../../src/domain/reply/readReply.ts'
import { reportOfFile } from '../../src/domain/report/report.ts'
import { buildSheet } from '../../src/domain/report/sheet.ts'
import { caseFileBytes, isAsMeant } from '../../src/exchange/caseFileBytes.ts'
import { type OpenError, type OpenedFile, openCaseFile } from '../../src/exchange/importCase.ts'
import { sha256, sha256Of } from '../../src/exchange/sha256.ts'
import { readToday } from '../support/readToday.ts'
import { cases } from './corpus.ts'

/** Every reason for which a file may be refused; each has a sentence of its own. */
const REASONS: Readonly<Record<OpenError['reason'], true>> = {
  empty: true,
  tooBig: true,
  tooLong: true,
  encoding: true,
  tooComplex: true,
  truncated: true,
  notJson: true,
  isZip: true,
  severalInZip: true,
  zipDamaged: true,
  zipPassword: true,
  isPdf: true,
  pdfPassword: true,
  pdfDamaged: true,
  twoCases: true,
  replyTooBig: true,
  replyChanged: true,
  wrongFile: true,
  newer: true,
  notUpdated: true,
  shape: true,
  tooMany: true,
}

export const must = (isSo: boolean, what: string) => {
  if (!isSo) throw new Error(what)
}

const said = ({ answers, evidence, replies }: CaseFile) => canonicalText({ answers, evidence, replies })
const originals = new Map(cases.map((file) => [file.digest, said(readToday(file))]))

/** A case says much more than its file if most keys are missing, but never without end; a packed file is what is in it. */
const mostOf = (bytes: Uint8Array, raw: unknown) => 40 * Math.max(bytes.length, JSON.stringify(raw).length) + 30_000

/** Opens a file and holds what comes of it to everything that is promised. Gives it in a few words. */
export function openedWell(bytes: Uint8Array): string {
  const before = bytes.slice()
  const result = openCaseFile(bytes)
  must(Buffer.compare(before, bytes) === 0, 'the bytes of the file were changed')
  if (result.is === 'case') return caseIsWell(result.opened, bytes)
  if (result.is === 'reply') return replyIsWell(result.read, bytes)
  if (result.is === 'locked') return 'locked'
  const { error } = result
  must(Object.hasOwn(REASONS, error.reason), `refused for ${error.reason}`)
  if (error.reason === 'shape') {
    must(error.places.length > 0 && error.places.length <= 20, `${error.places.length} places`)
    return `shape ${error.places.map((place) => place.replace(/\d+/g, 'n'))[0]}`
  }
  return error.reason === 'tooMany' ? `tooMany ${error.list}` : error.reason
}

function caseIsWell(opened: OpenedFile, bytes: Uint8Array): string {
  const { file, raw, digest, unchanged, rescued, removed, files, troubles, repairs, newer } = opened
  const whole = JSON.stringify({ file, repairs, troubles })
  must(whole.length < mostOf(bytes, raw), `${whole.length} characters out of ${bytes.length} bytes`)
  must(z.safeParse(caseFileSchema, file).success, 'what was opened is no case')
  isClean(file)
  must(!unchanged || (digest === file.digest && digestOf(raw as never, sha256) === digest), 'a false digest')
  const original = unchanged ? originals.get(file.digest) : undefined
  must(original === undefined || original === said(file), 'called unchanged with other answers')
  for (const [sum, content] of files) must(sha256Of(content) === sum, 'a file that is not what is listed')
  must(troubles.length <= file.evidence.length, 'more troubles than files')

  const { next } = receivedCase(interview, opened, 'case.json')
  const rows = [file.answers.scope.deliverables, file.answers.partner.log, file.answers.examples.items]
  const what = [
    'opened',
    next,
    ...rows.map((each) => Math.ceil(Math.log2(each.length + 1))),
    [...new Set(repairs.map(({ kind }) => kind))].sort().join('+'),
    [...new Set(troubles.map(({ is }) => is))].sort().join('+'),
    unchanged ? 'unchanged' : 'changed',
    rescued ? 'rescued' : '',
    removed ? 'removed' : '',
    newer === null ? '' : 'newer',
    file.replies.length,
  ].join(' ')
  // Writing costs as much as reading: what is new is written again, and of the rest every fourth.
  if (!known.has(what) || digest < '4') copyIsWell(opened)
  known.add(what)
  return what
}

const known = new Set<string>()

/** Going on with it as one's own case, and a copy of that case: nothing is lost, nothing needs mending again. */
function copyIsWell({ file, files }: OpenedFile) {
  const own = caseFromFile(file)
  const visible = visibleAnswers(interview, own.answers)
  const assessment = assess(visible, file.asOf, own.language)
  const copy = caseFileOf(own, 'copy', copyContent(own), { assessment }, sha256)
  buildSheet(reportOfFile(interview, copy))
  const again = openCaseFile(caseFileBytes(copy, files))
  must(again.is === 'case', `a copy cannot be opened: ${JSON.stringify(again)}`)
  if (again.is !== 'case') return
  must(isAsMeant(again.opened, copy, files), 'a copy is not what was opened')
  must(said(again.opened.file) === said(file), 'a copy says something else')
  must(again.opened.repairs.length === 0, `a copy needs mending: ${JSON.stringify(again.opened.repairs)}`)
}

function replyIsWell({ reply, raw, newer }: ReadReply, bytes: Uint8Array): string {
  must(JSON.stringify(reply).length < mostOf(bytes, raw), 'a reply that has grown')
  isClean(reply)
  const { questions, verdict } = replySummary(reply)
  const again = readReply(JSON.parse(JSON.stringify(raw)))
  must(again.ok && canonicalText(again.reply) === canonicalText(reply), 'a reply is not read back as it was')
  return `reply ${questions} ${verdict === null ? 'open' : 'decided'} ${newer ? 'newer' : ''}`
}

/** No text that needs cleaning, no number that JSON lacks, no key that reaches into JavaScript's own objects. */
function isClean(value: unknown): void {
  if (typeof value === 'string') must(cleanText(value) === value, `text that is not clean: ${JSON.stringify(value)}`)
  if (typeof value === 'number') must(Number.isFinite(value), `the number ${value}`)
  if (typeof value !== 'object' || value === null) return
  for (const [key, inner] of Object.entries(value)) {
    must(key !== '__proto__' && key !== 'constructor' && key !== 'prototype', `the key ${key}`)
    isClean(inner)
  }
}
