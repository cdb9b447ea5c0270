import { useTranslation } from 'react-i18next'
import { exampleFromPair, PAIR_FIELDS, PAIRS, type PairId } from '../domain/specificity/sampleExamples.ts'
import { LinkButton } from '../ui/Button.tsx'
import { Disclosure } from '../ui/Disclosure.tsx'

interface ExamplePairsProps {
  onBegin: (begin: Readonly<Record<string, unknown>>) => void
}

/** Weak and strong examples next to each other; each can be the start of a row. */
export function ExamplePairs({ onBegin }: ExamplePairsProps) {
  const { t } = useTranslation()
  const begin = (id: PairId) => onBegin(exampleFromPair((field) => t(`pairs:kinds.${id}.${field}`)))
  return (
    <Disclosure summary={t('pairs:summary')}>
      <p>{t('pairs:lead')}</p>
      {PAIRS.map((id) => (
        <section className="pair" key={id} aria-labelledby={`pair-${id}`}>
          <h2 className="pair-heading" id={`pair-${id}`}>
            {t(`pairs:kinds.${id}.name`)}
          </h2>
          <p>
            <strong>{t('pairs:weak')}</strong> {t(`pairs:kinds.${id}.weak`)}
          </p>
          <p>
            <strong>{t('pairs:strong')}</strong>{' '}
            {PAIR_FIELDS.map((field) => t(`pairs:kinds.${id}.strong.${field}`)).join(' ')}
          </p>
          <LinkButton about={t(`pairs:kinds.${id}.name`)} onClick={() => begin(id)}>
            {t('pairs:begin')}
          </LinkButton>
        </section>
      ))}
    </Disclosure>
  )
}
