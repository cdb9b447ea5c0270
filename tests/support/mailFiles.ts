import { Buffer } from 'node:buffer'

/** Mail files made by hand, as the programs that people use write them. */

const CRLF = '\r\n'

interface MailParts {
  from?: string
  to?: string
  date?: string
  subject?: string
  id?: string
  /** More header lines. */
  more?: readonly string[]
  /** Lines of the body, after the headers that say what it is. */
  body?: readonly string[]
  type?: string
  encoding?: string
}

/** One part, or with `type` whatever is said of it; in the character set in which the bytes are written. */
export function anEml(parts: MailParts = {}, charset: BufferEncoding = 'utf8'): Uint8Array<ArrayBuffer> {
  const {
    from = 'Bo Lind <bo@kvistbro.example>',
    to = 'Anna Ek <anna@nordfjall.example>',
    date = 'Thu, 12 Nov 2026 10:15:00 +0100',
    subject = 'Kassan',
    id = `<${Buffer.from([subject, date, ...(parts.body ?? [])].join('\n'))
      .toString('base64url')
      .slice(-60)}@kvistbro.example>`,
    more = [],
    body = ['Vi levererar kassan den 20 november.'],
    type = 'text/plain; charset=utf-8',
    encoding = '8bit',
  } = parts
  const lines = [
    ...[`From: ${from}`, `To: ${to}`, `Date: ${date}`, `Subject: ${subject}`, `Message-ID: ${id}`, 'MIME-Version: 1.0'],
    ...more,
    ...(type === '' ? [] : [`Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`]),
    '',
    ...body,
  ]
  return new Uint8Array(Buffer.from(lines.join(CRLF), charset))
}

export const quotedPrintable = (text: string, charset: BufferEncoding = 'utf8'): string =>
  [...Buffer.from(text, charset)]
    .map((byte) =>
      byte < 32 || byte > 126 || byte === 61
        ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}`
        : String.fromCharCode(byte),
    )
    .join('')

/** Parts with a boundary between them; each begins with its own headers and an empty line. */
export const multipart = (
  kind: string,
  ...parts: readonly (readonly string[])[]
): Pick<MailParts, 'type' | 'encoding' | 'body'> => ({
  type: `multipart/${kind}; boundary="grans"`,
  encoding: '7bit',
  body: [...parts.flatMap((part) => ['--grans', ...part, '']), '--grans--', ''],
})

/** Outlook's paragraphs, with the mail that it quotes below a line. */
export const OUTLOOK_HTML = [
  '<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head><body>',
  '<div class="WordSection1"><p class="MsoNormal">Hej Anna!<o:p></o:p></p><p class="MsoNormal"><o:p>&nbsp;</o:p></p>',
  '<p class="MsoNormal">Kassan &auml;r nu driftsatt.<o:p></o:p></p><p class="MsoNormal">Mvh Bo<o:p></o:p></p>',
  '<div style="border:none;border-top:solid #E1E1E1 1.0pt"><p class="MsoNormal"><b>Från:</b> Anna Ek &lt;anna@nordfjall.example&gt; <br>',
  '<b>Skickat:</b> den 10 november 2026 09:00<br><b>Till:</b> Bo Lind &lt;bo@kvistbro.example&gt;<br><b>Ämne:</b> Kassan</p></div>',
  '<p class="MsoNormal">Kassan fungerar inte.<o:p></o:p></p></div></body></html>',
].join('\n')

/** A mailbox: each message after a line that begins with `From `. */
export const anMbox = (...mails: readonly Uint8Array[]): Uint8Array<ArrayBuffer> =>
  new Uint8Array(
    Buffer.concat(
      mails.flatMap((mail) => [
        Buffer.from('From bo@kvistbro.example Thu Nov 12 10:15:00 2026\r\n'),
        mail,
        Buffer.from('\r\n\r\n'),
      ]),
    ),
  )

export const aMeeting = (start = 'DTSTART;TZID=Europe/Stockholm:20261103T233000'): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'METHOD:REQUEST',
    'BEGIN:VEVENT',
    'UID:mote-1@kvistbro.example',
    start,
    'SUMMARY:Avstämning om kassan',
    'DESCRIPTION:Vi går igenom det som inte fungerar\\, och när det blir klart.',
    'ORGANIZER;CN=Bo Lind:mailto:bo@kvistbro.example',
    'ATTENDEE;CN=Anna Ek:mailto:anna@nordfjall.example',
    'END:VEVENT',
    'END:VCALENDAR',
    '',
  ].join('\r\n')
