import { type ReactNode, useMemo } from 'react'
import type { Interview } from '../domain/interview/question.ts'
import type { ReportGroup } from '../domain/report/report.ts'
import type { Sheet } from '../domain/report/sheet.ts'
import type { FileSource } from '../files/filesOfCase.ts'
import { useWords } from '../i18n/useWords.ts'
import type { SummaryInput } from '../summary/spans.ts'
import { summaryOf } from '../summary/summary.ts'
import { textsIn } from '../summary/text.ts'
import { OnPaper } from '../ui/OnPaper.tsx'
import type { Beside } from './leaves.tsx'
import { Printed } from './PrintedBlocks.tsx'

interface LocalizedSheetProps {
  sheet: Sheet
  interview: Interview
  /** In which the merchant writes, as a language tag; empty if unknown. */
  language: string
  /** No revision before anything has been handed over. */
  origin: Pick<SummaryInput, 'caseCode' | 'revision' | 'checksum' | 'madeOn'>
  source: FileSource
  beside?: Beside
  /** Above everything else, on paper. */
  onPaper?: ReactNode
  /** Which groups of answers are shown; all by default. */
  shows?: ((group: ReportGroup) => boolean) | undefined
  /** A picture of the first page, which does nothing. */
  isPreview?: true
}

/** The case summary in the language of the provider around it. */
export function LocalizedSheet({
  sheet,
  interview,
  language,
  origin,
  source,
  beside,
  onPaper,
  shows,
  isPreview,
}: LocalizedSheetProps) {
  const words = useWords()
  const { caseCode, revision, checksum, madeOn } = origin
  const isAsking = beside !== undefined
  const { front, underFront, behind, foot } = useMemo(
    () =>
      summaryOf({
        ...{ sheet, interview, words, language, caseCode, revision, checksum, madeOn: madeOn ?? null, isAsking, shows },
        reader: 'accountManager',
        onScreen: isPreview === undefined,
      }),
    [sheet, interview, words, language, caseCode, revision, checksum, madeOn, isAsking, shows, isPreview],
  )
  if (isPreview)
    return (
      // Drawn anew when it says something else: a translator may have replaced its texts.
      <div className="sheet sheet-preview" inert key={[...textsIn(front)].join('\n')}>
        <div className="sheet-front">
          <Printed blocks={front} under={1} />
        </div>
      </div>
    )
  return (
    <div className="sheet">
      <article className="sheet-front" aria-labelledby="sheet-company">
        <OnPaper>{onPaper}</OnPaper>
        <Printed blocks={front} under={1} />
        <Printed blocks={underFront} under={1} />
        <p className="meta">{foot}</p>
      </article>
      <div className="sheet-behind">
        <Printed blocks={behind} beside={beside} source={source} />
      </div>
    </div>
  )
}
