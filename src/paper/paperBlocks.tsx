import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

export const HeadLine = ({ label, children }: { label: string; children?: ReactNode }) => (
  <div>
    <dt>{label}</dt>
    <dd>{children}</dd>
  </div>
)

export const Box = () => <span className="box" aria-hidden="true" />

export function Boxes({ heading, items }: { heading: string; items: readonly string[] }) {
  return (
    <section className="paper-block">
      <h2>{heading}</h2>
      <ul className="boxes">
        {items.map((item) => (
          <li key={item}>
            <Box />
            {item}
          </li>
        ))}
      </ul>
    </section>
  )
}

interface TableProps {
  heading: string
  columns: readonly { name: string; isWide?: boolean }[]
  rows: readonly { code: string; cells: readonly ReactNode[] }[]
  /** How many empty lines follow. */
  empty: number
  letter: string
}

/** A table whose rows each have room for what is agreed: yes or no, who, by when, and a line for notes. */
export function LineTable({ heading, columns, rows, empty, letter }: TableProps) {
  const { t } = useTranslation()
  const blank = Array.from({ length: empty }, () => ({ code: letter, cells: columns.map(() => '') }))
  const width = columns.length + 4
  return (
    <section className="paper-block">
      <h2>{heading}</h2>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: on a narrow screen it scrolls, by keyboard too */}
      <section className="paper-scroll" tabIndex={0} aria-label={heading}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('checklist:code')}</th>
              {columns.map(({ name, isWide }) => (
                <th scope="col" key={name} className={isWide ? 'wide' : undefined}>
                  {name}
                </th>
              ))}
              <th scope="col">{t('checklist:agreed')}</th>
              <th scope="col">{t('checklist:who')}</th>
              <th scope="col">{t('checklist:byWhen')}</th>
            </tr>
          </thead>
          {[...rows, ...blank].map(({ code, cells }, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows on paper have nothing but their place
            <tbody key={at}>
              <tr>
                <td className="code">{code}</td>
                {cells.map((cell, column) => (
                  <td key={columns[column]?.name}>{cell}</td>
                ))}
                <td className="agreed">
                  <Box /> {t('checklist:yes')} <Box /> {t('checklist:no')}
                </td>
                <td className="write" />
                <td className="write" />
              </tr>
              <tr className="note-line">
                <td colSpan={width}>
                  <span className="note-label">{t('checklist:notes')}</span>
                </td>
              </tr>
            </tbody>
          ))}
        </table>
      </section>
    </section>
  )
}
