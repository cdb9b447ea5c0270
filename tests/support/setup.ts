import '@testing-library/jest-dom/vitest'
import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'

afterEach(cleanup)

// Pages come in parts, and a busy machine takes its time to fetch one.
configure({ asyncUtilTimeout: 10_000 })
