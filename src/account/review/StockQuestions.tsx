import { useTranslation } from 'react-i18next'
import type { Note } from '../../store/useNote.ts'
import { Disclosure } from '../../ui/Disclosure.tsx'
import { Field } from '../../ui/Field.tsx'
import { TextInput } from '../../ui/TextInput.tsx'

/** Where the own questions are written: one on each line. */
export function StockQuestions({ stock, text }: { stock: Note; text: string }) {
  const { t } = useTranslation()
  return (
    <Disclosure summary={t('reply:stock.heading')}>
      <p>{t('reply:stock.text')}</p>
      <Field id="stock" label={t('reply:stock.label')}>
        {(wiring) => (
          <TextInput {...wiring} multiline value={text} onText={(next) => stock.write(next === '' ? '\n' : next)} />
        )}
      </Field>
      {!stock.isKept && <p className="note">{t('reply:notKept')}</p>}
    </Disclosure>
  )
}
