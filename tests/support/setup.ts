import { afterEach } from 'vitest'

// Where there is a page, it is empty again after each test.
if (typeof document !== 'undefined') {
  await import('@testing-library/jest-dom/vitest')
  const { cleanup, configure } = await import('@testing-library/react')
  afterEach(cleanup)
  // Pages come in parts, and a busy machine takes its time to fetch one.
  configure({ asyncUtilTimeout: 10_000 })
}
