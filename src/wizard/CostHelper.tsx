import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type CostFactors, costsOf } from '../domain/areas/examples/costs.ts'
import type { Estimate } from '../domain/areas/examples/schema.ts'
import { readNumber } from '../domain/interview/number.ts'
import type { Words } from '../i18n/useWords.ts'
import { Disclosure } from '../ui/Disclosure.tsx'
import { Field } from '../ui/Field.tsx'
import { TextInput } from '../ui/TextInput.tsx'

const FACTORS = ['low', 'likely', 'high', 'each', 'days'] as const
const SUMS = ['low', 'likely', 'high'] as const

interface CostHelperProps {
  id: string
  words: Words
  currency: string | null
  onUse: (sums: Pick<Estimate, 'low' | 'likely' | 'high'>) => void
}

/** Works out what the trouble costs from what the merchant knows, and puts it where the estimate is. */
export function CostHelper({ id, words, currency, onUse }: CostHelperProps) {
  const { t } = useTranslation('pairs')
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const factors = Object.fromEntries(
    FACTORS.map((name) => [name, readNumber(typed[name] ?? '')]),
    // Each factor stands under its name.
  ) as unknown as CostFactors
  const sums = costsOf(factors)
  const known = SUMS.filter((name) => sums[name] !== null)
  return (
    <Disclosure summary={t('cost.summary')}>
      <p>{t('cost.lead')}</p>
      {FACTORS.map((name) => (
        <Field key={name} id={`${id}-cost-${name}`} label={t(`cost.${name}`)}>
          {(wiring) => (
            <TextInput
              {...wiring}
              narrow
              inputMode="decimal"
              value={typed[name] ?? ''}
              onText={(text) => setTyped({ ...typed, [name]: text })}
            />
          )}
        </Field>
      ))}
      <div role="status">
        {known.map((name) => (
          <p key={name}>
            {t(`cost.sums.${name}`)}: {words.formats.number(sums[name] ?? 0)} {currency}
          </p>
        ))}
      </div>
      {known.length > 0 && (
        <button type="button" className="button secondary" onClick={() => onUse(sums)}>
          {t('cost.use')}
        </button>
      )}
      <p className="hint">{t('cost.yours')}</p>
    </Disclosure>
  )
}
