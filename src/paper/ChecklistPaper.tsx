import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Checklist, ChecklistExample, ChecklistLine } from '../domain/report/checklist.ts'
import { useWords, type Words } from '../i18n/useWords.ts'
import { useToday } from '../store/useToday.ts'
import { TextList } from '../ui/TextList.tsx'
import { OwnText } from '../ui/UserText.tsx'
import { Box, Boxes, HeadLine, LineTable } from './paperBlocks.tsx'

const BRING = ['document', 'additions', 'timeline', 'mail', 'screens'] as const
const LEAVE_OUT = ['passwords', 'cards', 'personal', 'customers'] as const

interface PaperProps {
  checklist: Checklist
  caseCode: string | null
  language: string
  /** Whose turn it is, for the merchant alone. */
  next?: string
}

export function ChecklistPaper({ checklist, caseCode, language, next }: PaperProps) {
  const { t } = useTranslation()
  const words = useWords()
  const today = useToday()
  const own = (text: string | null) => (text === null ? null : <OwnText text={text} lang={language || undefined} />)
  const statusOf = (id: string) => words.translate(`scope:questions.deliverables.status.short.${id}`)
  const { emptyLines, forUs } = checklist
  const what = { name: t('checklist:what'), isWide: true }
  return (
    <div className="paper">
      {caseCode !== null && (
        // Loose sheets of two cases are told apart.
        <p className="paper-run print-only" aria-hidden="true">
          {checklist.company !== null && <span>{own(checklist.company)} · </span>}
          {t('checklist:caseCode', { code: caseCode })}
        </p>
      )}
      <div className={emptyLines.examples > 0 ? 'paper-sheets blank' : 'paper-sheets'}>
        {forUs !== null && <p className="paper-private">{t('checklist:private')}</p>}
        <p className="paper-code">
          {caseCode !== null && <span>{t('checklist:caseCode', { code: caseCode })}</span>}
          <span className="print-only">{t('checklist:printed', { date: words.formats.date(today) })}</span>
        </p>
        <dl className="paper-head">
          <HeadLine label={t('checklist:company')}>{own(checklist.company)}</HeadLine>
          <HeadLine label={t('checklist:partner')}>{own(checklist.partner)}</HeadLine>
          <HeadLine label={t('checklist:date')} />
          <HeadLine label={t('checklist:present')} />
        </dl>
        <Boxes heading={`1 ${t('checklist:bring.heading')}`} items={BRING.map((id) => t(`checklist:bring.${id}`))} />
        <section className="paper-block">
          <h2>{t('checklist:leaveOut.heading')}</h2>
          <TextList className="leave-out" texts={LEAVE_OUT.map((id) => t(`checklist:leaveOut.${id}`))} />
        </section>
        <LineTable
          heading={`2 ${t('checklist:deliverables')}`}
          columns={[what, { name: t('checklist:agreedDate') }, { name: t('checklist:howFar') }]}
          rows={checklist.deliverables.map((line) => ({
            code: line.code,
            cells: [own(line.what), dateOf(words, line), line.state ? statusOf(line.state) : ''],
          }))}
          empty={emptyLines.deliverables}
          letter="S"
        />
        <LineTable
          heading={`3 ${t('checklist:added')}`}
          columns={[what, { name: t('checklist:effect') }]}
          rows={checklist.added.map((line) => ({
            code: line.code,
            cells: [own(line.what), effectOf(words, line)],
          }))}
          empty={emptyLines.added}
          letter="A"
        />
        <LineTable
          heading={`4 ${t('checklist:unanswered')}`}
          columns={[{ name: t('checklist:when') }, { name: t('checklist:asked'), isWide: true }]}
          rows={checklist.unanswered.map((line) => ({
            code: line.code,
            cells: [dateOf(words, line), own(line.what)],
          }))}
          empty={emptyLines.unanswered}
          letter="P"
        />
        <section className="paper-examples">
          <h2>5 {t('checklist:examples')}</h2>
          {checklist.examples.map((example) => (
            <ExampleBlock key={example.code} example={example} words={words} own={own} />
          ))}
          {Array.from({ length: emptyLines.examples }, (_, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: empty blocks have nothing but their place
            <ExampleBlock key={at} example={null} words={words} own={own} />
          ))}
        </section>
        {forUs !== null && (
          <section className="paper-block">
            <h2>{t('checklist:forUs.heading')}</h2>
            <dl className="paper-ours">
              {next !== undefined && <HeadLine label={t('checklist:forUs.next')}>{next}</HeadLine>}
              {forUs.ask !== null && <HeadLine label={t('checklist:forUs.ask')}>{own(forUs.ask)}</HeadLine>}
              {forUs.hardDate !== null && (
                <HeadLine label={t('checklist:forUs.hardDate')}>
                  {words.formats.date(forUs.hardDate)} {own(forUs.hardReason)}
                </HeadLine>
              )}
              {forUs.ourSide !== null && <HeadLine label={t('checklist:forUs.ourSide')}>{own(forUs.ourSide)}</HeadLine>}
            </dl>
          </section>
        )}
        <p className="meta paper-foot">{t('checklist:foot')}</p>
      </div>
    </div>
  )
}

const dateOf = ({ formats }: Words, { date }: ChecklistLine) => (date ? formats.date(date) : '')

function effectOf({ translate }: Words, { state, workingDays }: ChecklistLine) {
  if (!state) return ''
  return workingDays
    ? translate('checklist:workingDays', { count: workingDays })
    : translate(`added:questions.items.effect.short.${state}`)
}

interface ExampleProps {
  example: ChecklistExample | null
  words: Words
  own: (text: string | null) => ReactNode
}

function ExampleBlock({ example, words, own }: ExampleProps) {
  const { t } = useTranslation()
  const when = example?.when ? words.formats.date(example.when) : null
  const places = [when, own(example?.period ?? null), own(example?.where ?? null)].filter((place) => place !== null)
  return (
    <div className="paper-example">
      <h3>
        <span className="code">{example?.code ?? 'E'}</span> {own(example?.title ?? null)}
      </h3>
      <dl>
        <HeadLine label={t('checklist:expected')}>{own(example?.expected ?? null)}</HeadLine>
        <HeadLine label={t('checklist:actual')}>{own(example?.actual ?? null)}</HeadLine>
        <HeadLine label={t('checklist:whenWhere')}>
          {places.map((place, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a fixed order of at most three
            <span key={at} className="place">
              {place}
            </span>
          ))}
        </HeadLine>
        {example?.impact && <HeadLine label={t('checklist:impact')}>{own(example.impact)}</HeadLine>}
      </dl>
      <p className="agreed">
        {t('checklist:agreed')} <Box /> {t('checklist:yes')} <Box /> {t('checklist:no')}
        <span className="fill">{t('checklist:who')}</span>
        <span className="fill">{t('checklist:byWhen')}</span>
      </p>
      <p className="fill-line">{t('checklist:notes')}</p>
    </div>
  )
}
