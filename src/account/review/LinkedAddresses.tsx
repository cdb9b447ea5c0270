import { useTranslation } from 'react-i18next'
import { Disclosure } from '../../ui/Disclosure.tsx'

/** A longer list is read as text. */
const MOST = 5
const WEB_ADDRESS = /https?:\/\/[^\s<>"'`]{1,500}/g

interface WebLink {
  href: string
  /** In punycode. */
  host: string
  /** True if the text suggests another host. */
  isDisguised: boolean
}

function linksIn(text: string): readonly WebLink[] {
  const found = new Map<string, WebLink>()
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

/** Web addresses in an answer: each says where it leads before it can be followed. */
export function LinkedAddresses({ value }: { value: unknown }) {
  const { t } = useTranslation()
  if (typeof value !== 'string') return null
  return linksIn(value).map(({ href, host, isDisguised }) => (
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
