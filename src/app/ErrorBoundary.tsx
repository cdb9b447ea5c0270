import { Component, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Link } from 'react-router-dom'
import { everythingSaved } from '../store/unsavedChanges.ts'
import { PageHeading } from '../ui/PageHeading.tsx'

interface Props {
  children: ReactNode
  /** Another page is another try. */
  resetOn: string
}

/** A page that cannot be shown takes nothing else with it. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override componentDidUpdate(before: Props) {
    if (before.resetOn !== this.props.resetOn && this.state.failed) this.setState({ failed: false })
  }

  override render() {
    return this.state.failed ? <Failed onAgain={() => this.setState({ failed: false })} /> : this.props.children
  }
}

function Failed({ onAgain }: { onAgain: () => void }) {
  const { t } = useTranslation()
  // A part of the app that could not be fetched is not asked for again by the same page.
  const again = async () => (navigator.onLine && (await everythingSaved()) ? location.reload() : onAgain())
  const heading = t('common:crash.heading')
  return (
    <main className="content">
      <PageHeading title={t('common:titleOf', { heading, service: t('common:service') })}>{heading}</PageHeading>
      <p>{t('common:crash.text')}</p>
      <div className="actions">
        <button type="button" className="button" onClick={again}>
          {t('common:crash.again')}
        </button>
        <Link to="/">{t('common:toStart')}</Link>
      </div>
    </main>
  )
}
