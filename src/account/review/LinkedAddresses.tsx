import { useTranslation } from 'react-i18next'
import { Disclosure } from '../../ui/Disclosure.tsx'

/** More addresses than this in one answer are a list, and are read as text. */
const MOST = 5
const WEB_ADDRESS = /https?:\/\/[^\s<>"'`]{1,500}/g

interface Written {
  href: string
  /** As the network knows it: letters of other alphabets stand in their plain form. */
  host: string
  /** True where it is written so that another host seems to be meant. */
  isDisguised: boolean
}

function writtenIn(text: string): readonly Written[] {
  const found = new Map<string, Written>()
  for (const [written] of text.matchAll(WEB_ADDRESS)) {
    const plain = written.replace(/(?<![.,;:!?)\]}])[.,;:!?)\]}]+$/, '')
    if (!URL.canParse(plain)) continue
    const { href, host, username, password, protocol } = new URL(plain)
    if (protocol !== 'https:' && protocol !== 'http:') continue
    const isDisguised = username !== '' || password !== '' || !plain.toLowerCase().includes(`//${host}`)
    found.set(href, { href, host, isDisguised })
  }
  return [...found.values()].slice(0, MOST)
}

/** Web addresses that somebody has written: each says where it leads before it can be followed. */
export function WrittenAddresses({ value }: { value: unknown }) {
  const { t } = useTranslation()
  if (typeof value !== 'string') return null
  return writtenIn(value).map(({ href, host, isDisguised }) => (
    <Disclosure key={href} summary={t('review:odd.open', { host })}>
      <p>{t(isDisguised ? 'review:odd.disguised' : 'review:odd.leaving', { host })}</p>
      <p>
        <a href={href} target="_blank" rel="noopener noreferrer">
          {t('review:odd.go', { host })}
        </a>
      </p>
    </Disclosure>
  ))
}
