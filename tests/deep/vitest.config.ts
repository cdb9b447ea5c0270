import { defineConfig, mergeConfig } from 'vitest/config'
import product from '../../vite.config.ts'

const { projects: _, ...ofTests } = product.test ?? {}

/** The product's own set-up, for the checks that need other programs. */
export default mergeConfig(
  { ...product, test: ofTests },
  defineConfig({ test: { include: ['tests/deep/**/*.test.ts'], testTimeout: 300_000 } }),
)
