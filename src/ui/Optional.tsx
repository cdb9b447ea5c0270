import { Component, type ReactNode, Suspense } from 'react'

interface OptionalProps {
  children: ReactNode
  /** In its place until it is there. */
  fallback?: ReactNode
}

/** What stands beside what a page is for. If it cannot be fetched or drawn, it is left out and the page stays. */
export class Optional extends Component<OptionalProps, { failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError() {
    return { failed: true }
  }

  override render() {
    const { children, fallback = null } = this.props
    return this.state.failed ? null : <Suspense fallback={fallback}>{children}</Suspense>
  }
}
