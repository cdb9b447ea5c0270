import { describe, expect, it } from 'vitest'
import { type ReadMails, readMails } from '../../../src/exchange/sources/mail/readMails.ts'
import { writeZip } from '../../../src/exchange/zip/writeZip.ts'
import { bytesOfText } from '../../support/aFile.ts'
import { aMsg } from '../../support/aMsg.ts'
import { isQuick } from '../../support/isQuick.ts'
import { aMeeting, anEml, anMbox, multipart, OUTLOOK_HTML, quotedPrintable } from '../../support/mailFiles.ts'

const READING = { language: 'sv', today: '2026-11-25' } as const

const read = (bytes: Uint8Array<ArrayBuffer>, name = 'mejl') => readMails(name, bytes, READING)
const texts = ({ entries }: ReadMails) => entries.map(({ text }) => text)
const reasons = ({ faults }: ReadMails) => faults.map(({ reason }) => reason)

const NEW = 'Förseningen är nu åtgärdad.'

describe('a mail as a program writes it', () => {
  it.each([
    ['in UTF-8', anEml({ body: [NEW] })],
    ['in UTF-8 without saying so', anEml({ body: [NEW], type: '' })],
    ['in ISO-8859-1 without saying so', anEml({ body: [NEW], type: '' }, 'latin1')],
    ['in ISO-8859-1', anEml({ body: [NEW], type: 'text/plain; charset=iso-8859-1' }, 'latin1')],
    ['in quoted-printable', anEml({ body: [quotedPrintable(NEW)], encoding: 'quoted-printable' })],
    [
      'in quoted-printable of ISO-8859-1',
      anEml({
        body: [quotedPrintable(NEW, 'latin1')],
        type: 'text/plain; charset="ISO-8859-1"',
        encoding: 'quoted-printable',
      }),
    ],
    ['in base64', anEml({ body: [Buffer.from(NEW).toString('base64')], encoding: 'base64' })],
    ['as HTML alone', anEml({ body: [`<p>${NEW}</p><script>alert(1)</script>`], type: 'text/html; charset=utf-8' })],
    [
      'as text and as HTML',
      anEml(
        multipart(
          'alternative',
          ['Content-Type: text/plain; charset=utf-8', '', NEW],
          ['Content-Type: text/html; charset=utf-8', '', `<p>${NEW}</p>`],
        ),
      ),
    ],
    [
      'signed',
      anEml(
        multipart(
          'signed',
          ['Content-Type: text/plain; charset=utf-8', '', NEW],
          [
            'Content-Type: application/pkcs7-signature; name="smime.p7s"',
            'Content-Disposition: attachment; filename="smime.p7s"',
            '',
            'AAAA',
          ],
        ),
      ),
    ],
    [
      'with what only Outlook reads (winmail.dat)',
      anEml(
        multipart(
          'mixed',
          ['Content-Type: text/plain; charset=utf-8', '', NEW],
          [
            'Content-Type: application/ms-tnef; name="winmail.dat"',
            'Content-Disposition: attachment; filename="winmail.dat"',
            'Content-Transfer-Encoding: base64',
            '',
            'eJ8+Ig==',
          ],
        ),
      ),
    ],
    [
      'by Apple Mail, with its length before it',
      new Uint8Array(Buffer.concat([Buffer.from('312   \n'), anEml({ body: [NEW] })])),
    ],
  ])('%s is its new text, its day and its people', async (_, bytes) => {
    const { entries, faults } = await read(bytes)
    expect(faults).toEqual([])
    expect(entries.map(({ text, day, time, from, to, files }) => ({ text, day, time, from, to, files }))).toEqual([
      {
        ...{ text: NEW, day: '2026-11-12', time: '10:15', files: [] },
        from: { name: 'Bo Lind', address: 'bo@kvistbro.example' },
        to: [{ name: 'Anna Ek', address: 'anna@nordfjall.example' }],
      },
    ])
  })

  it('of Outlook in HTML is told from the one that it quotes', async () => {
    const { entries } = await read(anEml({ body: [OUTLOOK_HTML], type: 'text/html; charset=utf-8' }))
    expect(entries.map(({ text, day, isQuoted, from }) => [text, day, isQuoted, from?.name])).toEqual([
      ['Kassan är nu driftsatt.', '2026-11-12', false, 'Bo Lind'],
      ['Kassan fungerar inte.', '2026-11-10', true, 'Anna Ek'],
    ])
  })

  it.each([
    ['Thu, 12 Nov 2026 23:54:00 -0500', '2026-11-12', '23:54'],
    ['12 Nov 2026 00:12:00 +0200', '2026-11-12', '00:12'],
    ['Thu, 12 Nov 2026 10:15:00', '2026-11-12', '10:15'],
    ['Thu, 01 Jan 1970 00:00:00 +0000', null, null],
    ['i går', null, null],
  ])('is from the day that its sender had: %s', async (date, day, time) => {
    expect((await read(anEml({ date }))).entries[0]).toMatchObject({ day, time })
  })

  it.each([
    [['Auto-Submitted: auto-replied'], true],
    [['Auto-Submitted: no'], false],
    [['X-Auto-Response-Suppress: All'], false],
    [['X-Auto-Response-Suppress: DR, AutoReply'], false],
    [['Precedence: bulk'], false],
    [[], false],
  ])('with %j was sent by a program: %s (RFC 3834)', async (more, isAutomatic) => {
    expect((await read(anEml({ more }))).entries[0]?.isAutomatic).toBe(isAutomatic)
  })

  it.each([
    ['Vi har tagit emot ditt ärende.', true],
    ['Kassan blir klar den 20 november.', false],
  ])('that a program passes on is automatic only where nobody says anything in it: "%s"', async (text, isAutomatic) => {
    const more = ['Auto-Submitted: auto-generated', 'X-Auto-Response-Suppress: All', 'Precedence: bulk']
    expect((await read(anEml({ more, body: [text] }))).entries[0]?.isAutomatic).toBe(isAutomatic)
  })

  it.each(['METHOD:REPLY', 'METHOD:CANCEL'])(
    'with the answer %s to an invitation is a mail, not a meeting',
    async (method) => {
      const calendar = aMeeting().replace('METHOD:REQUEST', method)
      const part = ['Content-Type: text/calendar', '', ...calendar.split('\r\n')]
      const bytes = anEml(multipart('mixed', ['Content-Type: text/plain', '', 'Jag kan tyvärr inte.'], part))
      expect((await read(bytes)).entries).toMatchObject([
        { kind: 'mail', day: '2026-11-12', text: 'Jag kan tyvärr inte.' },
      ])
      expect(reasons(await read(bytesOfText(calendar)))).toEqual(['noMeeting'])
    },
  )

  it('shows no quoted part that its HTML hides, and goes on after it', async () => {
    const html = '<blockquote style="display:none">Gömd</blockquote><p>Kassan kraschar.</p>'
    expect(texts(await read(anEml({ body: [html], type: 'text/html; charset=utf-8' })))).toEqual(['Kassan kraschar.'])
  })

  it('names its files, with their bytes, and no logo of a signature', async () => {
    const bytes = anEml(
      multipart(
        'mixed',
        ['Content-Type: text/plain', '', 'Se bilagan.'],
        [
          'Content-Type: application/pdf',
          'Content-Disposition: attachment; filename="=?utf-8?Q?Offert_f=C3=B6r_kassan.pdf?="',
          'Content-Transfer-Encoding: base64',
          '',
          'JVBERi0xLjc=',
        ],
        [
          'Content-Type: image/png; name="logo.png"',
          'Content-Disposition: inline; filename="logo.png"',
          'Content-ID: <logo>',
          '',
          'x',
        ],
      ),
    )
    const [entry] = (await read(bytes)).entries
    expect(entry?.files.map(({ name, size }) => [name, size])).toEqual([['Offert för kassan.pdf', 8]])
    expect(new TextDecoder().decode(entry?.files[0]?.bytes ?? undefined)).toBe('%PDF-1.7')
  })

  it('with a mail inside it has both', async () => {
    const inner = [
      'Content-Type: message/rfc822',
      '',
      ...Buffer.from(
        anEml({
          from: 'Anna Ek <anna@nordfjall.example>',
          date: 'Mon, 9 Nov 2026 08:00:00 +0100',
          body: ['Kassan kraschar.'],
        }),
      )
        .toString()
        .split('\r\n'),
    ]
    const found = await read(anEml(multipart('mixed', ['Content-Type: text/plain', '', 'Se nedan.'], inner)))
    expect(texts(found)).toEqual(['Se nedan.', 'Kassan kraschar.'])
  })

  it('with an invitation is the meeting, in the zone that it names', async () => {
    const bytes = anEml(
      multipart(
        'mixed',
        ['Content-Type: text/plain', '', 'Välkommen!'],
        ['Content-Type: text/calendar; method=REQUEST', '', ...aMeeting().split('\r\n')],
      ),
    )
    expect((await read(bytes)).entries).toMatchObject([
      { kind: 'meeting', day: '2026-11-03', time: '23:30', subject: 'Avstämning om kassan', from: { name: 'Bo Lind' } },
    ])
  })
})

/** The second sector of its folders is the first one again. */
const circular = aMsg({ messageClass: 'IPM.Note', subject: 'Kassan', body: 'x' })
const [fat, folders] = [76, 48].map((at) => new DataView(circular.buffer).getInt32(at, true))
new DataView(circular.buffer).setInt32(((fat ?? 0) + 1) * 512 + (folders ?? 0) * 4, folders ?? 0, true)

describe('a file that is not one mail', () => {
  it('is each mail of a mailbox, and the rest where one of them is broken', async () => {
    const found = await read(anMbox(anEml({ body: ['Ett.'] }), anEml({ body: ['>From någon', 'Två.'], subject: 'B' })))
    expect(texts(found)).toEqual(['Ett.', 'From någon\nTvå.'])
    expect(found.faults).toEqual([])
  })

  it('is a calendar, each meeting of it', async () => {
    expect((await read(bytesOfText(aMeeting('DTSTART;VALUE=DATE:20261103')))).entries).toMatchObject([
      {
        ...{ kind: 'meeting', day: '2026-11-03', time: null },
        text: 'Avstämning om kassan\nVi går igenom det som inte fungerar, och när det blir klart.',
      },
    ])
  })

  it('is a ZIP of mails, from which what is no mail is told by its name', async () => {
    const zip = writeZip(
      [
        { name: 'mejl/ett.eml', isPacked: true, bytes: anEml({ body: ['Ett.'] }) },
        { name: 'mejl/bild.png', isPacked: true, bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0]) },
        { name: 'mejl/tom.eml', isPacked: true, bytes: new Uint8Array() },
        { name: '__MACOSX/mejl/._ett.eml', isPacked: true, bytes: new Uint8Array([0, 5, 22, 7]) },
      ],
      Date.UTC(2026, 10, 25),
    )
    const found = await read(new Uint8Array(zip))
    expect(texts(found)).toEqual(['Ett.'])
    expect(found.faults).toEqual([
      { name: 'bild.png', reason: 'notMail' },
      { name: 'tom.eml', reason: 'empty' },
    ])
  })

  it('is a thread that was saved as text', async () => {
    const text = 'Från: Bo Lind <bo@kvistbro.example>\nSkickat: den 12 november 2026\nÄmne: Kassan\n\nVi återkommer.'
    expect((await read(bytesOfText(text))).entries).toMatchObject([{ day: '2026-11-12', text: 'Vi återkommer.' }])
  })

  it.each([
    ['nothing', new Uint8Array(), 'empty'],
    ['a picture', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), 'notMail'],
    ['a PDF', bytesOfText('%PDF-1.7\n'), 'notMail'],
    ['a damaged calendar', bytesOfText('BEGIN:VCALENDAR\nnothing'), 'broken'],
    ['a mail of nothing', bytesOfText('Subject: \n\n'), 'empty'],
    ['an Outlook file whose sectors lead in a circle', circular, 'broken'],
    ['a damaged Outlook file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3]), 'broken'],
    [
      'an encrypted mail',
      anEml({
        type: 'application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m',
        encoding: 'base64',
        body: ['AAAA'],
      }),
      'encrypted',
    ],
    ['a hundred and one megabytes', new Uint8Array(100_000_001), 'tooBig'],
  ])('is refused, with its reason: %s', async (_, bytes, reason) => {
    expect(await read(bytes)).toEqual({ entries: [], faults: [{ name: 'mejl', reason }] })
  })

  it('is refused where it is nested deeper than mail is', async () => {
    let body: readonly string[] = ['Innerst.']
    for (let depth = 0; depth < 200; depth += 1)
      body = [`Content-Type: multipart/mixed; boundary="b${depth}"`, '', `--b${depth}`, ...body, `--b${depth}--`]
    const found = await read(anEml({ type: 'multipart/mixed; boundary="x"', body: ['--x', ...body, '--x--'] }))
    expect(reasons(found)).toEqual(['broken'])
  })
})

describe('a message of Outlook', () => {
  const fields = {
    messageClass: 'IPM.Note',
    subject: 'Kassan',
    body: 'Vi levererar på fredag.\r\n\r\nMvh\r\nBo',
    senderName: 'Bo Lind',
    senderAddress: 'bo@kvistbro.example',
  }
  const sentAt = new Date(2026, 10, 12, 23, 30).getTime()

  it.each([false, true])('is its text, its day here, and its people (from before Unicode: %s)', async (isOld) => {
    const bytes = aMsg(fields, { sentAt, to: ['Anna Ek', 'anna@nordfjall.example'], isOld })
    expect((await read(bytes)).entries).toMatchObject([
      {
        ...{ text: 'Vi levererar på fredag.', day: '2026-11-12', time: '23:30', subject: 'Kassan' },
        from: { name: 'Bo Lind', address: 'bo@kvistbro.example' },
        to: [{ name: 'Anna Ek', address: 'anna@nordfjall.example' }],
        byPartner: { answer: { what: 'plan' }, promised: { what: '2026-11-13' } },
      },
    ])
  })

  it('is from the day that its headers say, and automatic where they say so', async () => {
    const headers = 'Date: Thu, 12 Nov 2026 23:54:00 -0500\r\nAuto-Submitted: auto-replied\r\nMessage-ID: <a@b>\r\n'
    expect((await read(aMsg({ ...fields, headers }, { sentAt }))).entries).toMatchObject([
      { day: '2026-11-12', time: '23:54', isAutomatic: true, id: '<a@b>' },
    ])
  })

  it.each([
    ['IPM.Contact', 'otherItem'],
    ['IPM.Task', 'otherItem'],
    ['IPM.StickyNote', 'otherItem'],
    ['IPM.Note.SMIME', 'encrypted'],
  ])('that is of the class %s is none: %s', async (messageClass, reason) => {
    expect(reasons(await read(aMsg({ ...fields, messageClass })))).toEqual([reason])
  })
})

describe('hostile mail', () => {
  it('is text: no script, form, picture or address of it is kept', async () => {
    const html = [
      '<img src="https://tracker.example/pixel.gif"><form action="https://evil.example"><input value="x"></form>',
      '<a href="javascript:alert(1)">Läs mer</a> <a href="data:text/html,x">här</a>',
      '<svg onload="alert(1)"><text>svg</text></svg><style>@import "https://evil.example"</style>',
      '<div style="display:none">gömd förtext</div><p onclick="alert(1)">Kassan &lt;b&gt;kraschar&lt;/b&gt;.</p>',
    ].join('')
    expect(texts(await read(anEml({ body: [html], type: 'text/html; charset=utf-8' })))).toEqual([
      'Läs mer här\n\nKassan <b>kraschar</b>.',
    ])
  })

  it('cannot turn names around or break lines in headers', async () => {
    const [entry] = (
      await read(
        anEml({
          subject: 'Kassan =?utf-8?Q?=0D=0ABcc:_x@y.example?=',
          from: '=?utf-8?Q?Bo_=E2=80=AEdniL?= <bo@kvistbro.example>',
        }),
      )
    ).entries
    expect(entry?.subject).toBe('Kassan Bcc: x@y.example')
    expect(entry?.from?.address).toBe('bo@kvistbro.example')
  })

  it('of a million characters in one line, or of ten thousand quotes, takes no longer than a moment', async () => {
    const quote = (at: number) => `${'>'.repeat(at % 50)} Den 9 nov 2026 kl 08:00 skrev Bo Lind:`
    const mails = [
      anEml({ body: ['x'.repeat(1_000_000)] }),
      anEml({ body: Array.from({ length: 10_000 }, (_, at) => quote(at)) }),
      anEml({ body: [`${'<blockquote>'.repeat(10_000)}x`], type: 'text/html' }),
    ]
    for (const mail of mails) expect(await isQuick(10_000, () => read(mail))).toBe(true)
  })
})
