// @vitest-environment jsdom
import { act, fireEvent, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { aCase } from '../support/aCase.ts'
import { renderApp } from '../support/renderApp.tsx'

test('the day that a date is read as follows what another field of its row says', async () => {
  const current = aCase({ 'scope.concern': 'unmet' }, { 'scope.deliverables': [{ title: 'Checkout', status: 'late' }] })
  await renderApp({ at: `#/case/${current.id}/scope.deliverables/row-1/deliverable`, current, today: '2026-11-23' })
  const promised = await screen.findByLabelText('When was it due?')
  await act(async () => fireEvent.change(promised, { target: { value: '1 March' } }))
  expect(screen.getByText('We read this as 1 March 2027.')).toBeTruthy()
  // What is delivered was promised for a day that has passed.
  await act(async () => fireEvent.click(screen.getByLabelText('Delivered, but does not work as agreed')))
  expect(screen.getByText('We read this as 1 March 2026.')).toBeTruthy()
})
