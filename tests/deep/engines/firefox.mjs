#!/usr/bin/env node
// Playwright starts this in the place of Firefox. It starts the Firefox of the machine and stands between the two,
// where they do not agree about WebDriver BiDi:
// - Playwright sets media features before the first page, which this Firefox does not know;
// - Firefox tells of downloads without an id, and Playwright then looks away;
// - Playwright writes into fields past React, which hears nothing; the browser's own way of typing is taken.
import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { WebSocket, WebSocketServer } from 'ws'

const firefox = spawn(process.env.FIREFOX_PATH ?? 'firefox-esr', process.argv.slice(2), {
  stdio: ['ignore', 'ignore', 'pipe'],
})
firefox.on('exit', (code) => process.exit(code ?? 0))
firefox.on('error', (error) => {
  console.error(error.message)
  process.exit(1)
})
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) process.on(signal, () => firefox.kill(signal))

createInterface({ input: firefox.stderr }).on('line', (line) => {
  const address = /WebDriver BiDi listening on (ws:\S+)/.exec(line)?.[1]
  if (address === undefined) return console.error(line)
  const server = new WebSocketServer({ host: '127.0.0.1', port: 0 })
  server.on('connection', (playwright) => join(playwright, new WebSocket(`${address}/session`)))
  server.on('listening', () => console.error(`WebDriver BiDi listening on ws://127.0.0.1:${server.address().port}`))
})

function join(playwright, browser) {
  const opened = new Promise((resolve) => browser.on('open', resolve))
  playwright.on('message', (data) => {
    const text = String(data)
    const { id, method } = JSON.parse(text)
    if (method === 'emulation.setMediaFeaturesOverride')
      return playwright.send(JSON.stringify({ id, type: 'success', result: {} }))
    void opened.then(() =>
      browser.send(
        text.replace(/window\.__pw_bidiInsertText\((\w+)\)/, "void document.execCommand('insertText', false, $1)"),
      ),
    )
  })
  browser.on('message', (data) => {
    const message = JSON.parse(String(data))
    if (/^browsingContext\.download/.test(message.method ?? '')) message.params.download ??= message.params.url
    playwright.send(JSON.stringify(message))
  })
  playwright.on('close', () => browser.close())
  browser.on('close', () => playwright.close())
}
