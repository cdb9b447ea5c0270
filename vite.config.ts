import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  base: './',
  plugins: [react()],
  build: { target: 'es2022', modulePreload: { polyfill: false }, manifest: true },
  test: {
    include: ['tests/{unit,component,architecture,fuzz}/**/*.test.{ts,tsx}'],
    env: { NODE_ENV: 'test' },
  },
})
