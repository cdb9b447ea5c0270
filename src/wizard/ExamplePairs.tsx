import { useTranslation } from 'react-i18next'
import { exampleFromPair, PAIR_FIELDS, PAIRS, type PairId } from '../domain/specificity/pairs.ts'
import { Disclosure } from '../ui/Disclosure.tsx'

interface ExamplePairsProps {
  /** Begins a new row with these answers. */
  onBegin: (begin: Readonly<Record<string, unknown>>) => void
}

/** Weak and strong examples beside each other, each of them to begin with. */
export function ExamplePairs({ onBegin }: ExamplePairsProps) {
  const { t } = useTranslation('pairs')
  const begin = (id: PairId) => onBegin(exampleFromPair((field) => t(`kinds.${id}.${field}`)))
  return (
    <Disclosure summary={t('summary')}>
      <p>{t('lead')}</p>
      {PAIRS.map((id) => (
        <section className="pair" key={id} aria-labelledby={`pair-${id}`}>
          <h2 className="pair-heading" id={`pair-${id}`}>
            {t(`kinds.${id}.name`)}
          </h2>
          <p>
            <strong>{t('weak')}</strong> {t(`kinds.${id}.weak`)}
          </p>
          <p>
            <strong>{t('strong')}</strong>{' '}
            {PAIR_FIELDS.map((field) => t(`kinds.${id}.strong.${field}`)).join(' ')}
          </p>
          <button type="button" className="link-button" onClick={() => begin(id)}>
            {t('begin')}
            <span className="unseen"> {t(`kinds.${id}.name`)}</span>
          </button>
        </section>
      ))}
    </Disclosure>
  )
}
