import type { Sample } from './sample';

/** Other mail by machines, calendars, the rep's own mail, and letters to unsubscribe. */
export const MACHINES_ONE: readonly Sample[] = [
  {
    name: 'a receipt for our message',
    inThread: true,
    mail: `Subject: Re: Engines
Auto-Submitted: auto-replied

Thank you for contacting Engines Ltd. We have received your message and will answer within two working days.`,
    is: { kind: 'automatic' },
  },
  {
    name: 'a ticket number',
    inThread: true,
    mail: `Subject: [Ticket #48213] Engines
Auto-Submitted: auto-generated
X-Auto-Response-Suppress: All

Your request (48213) has been received and is being reviewed by our support staff.`,
    is: { kind: 'automatic' },
  },
  {
    name: 'a read receipt',
    inThread: true,
    mail: `Subject: Read: Engines
Content-Type: multipart/report; report-type=disposition-notification; boundary="x"

Your message was read on Wednesday, December 2, 2026 9:58:12 AM (UTC).`,
    is: { kind: 'automatic' },
  },
  {
    name: 'a newsletter from the contact',
    mail: `Subject: Engines monthly: what is new
List-Unsubscribe: <https://engines.example.com/u>
Precedence: bulk

Three new valves this month.`,
    is: { kind: 'automatic' },
  },
  {
    name: 'a newsletter from their company',
    mail: `From: Engines News <news@engines.example.com>
Subject: Engines monthly
List-Unsubscribe: <https://engines.example.com/u>

Three new valves this month.`,
    is: { kind: 'unrelated' },
  },
  {
    name: 'has left the company',
    inThread: true,
    mail: `Subject: Automatic reply: Engines
Auto-Submitted: auto-generated

Ada King is no longer with Engines Ltd. Please contact bob@engines.example.com.`,
    is: { kind: 'left' },
  },
  {
    name: 'has left the company, in German',
    inThread: true,
    mail: `Subject: Automatische Antwort: Engines
Auto-Submitted: auto-generated

Ich bin nicht mehr für die Engines GmbH tätig. Ihre E-Mail wird nicht weitergeleitet.`,
    is: { kind: 'left' },
  },
  {
    name: 'nobody reads this mailbox',
    inThread: true,
    mail: `Subject: Re: Engines
Auto-Submitted: auto-replied

This mailbox is not monitored. Please use the form on our site.`,
    is: { kind: 'left' },
  },
  {
    name: 'Google Calendar: accepted',
    mail: `Sender: Google Calendar <calendar-notification@google.com>
Subject: Accepted: Engines demo @ Tue Dec 8, 2026 10am - 10:30am (CET) (rita@seller.example.com)
Auto-Submitted: auto-generated
Message-ID: <calendar-0a1b2c@google.com>
Content-Type: multipart/mixed; boundary="0"

ada@engines.example.com has accepted this invitation.`,
    is: { kind: 'calendarAnswer', answer: 'accepted' },
  },
  {
    name: 'Google Calendar: declined, with a note',
    mail: `Sender: Google Calendar <calendar-notification@google.com>
Subject: Declined: Engines demo @ Tue Dec 8, 2026
Auto-Submitted: auto-generated
Message-ID: <calendar-0a1b2d@google.com>
Content-Type: multipart/mixed; boundary="0"

ada@engines.example.com has declined this invitation with this note: no time`,
    is: { kind: 'calendarAnswer', answer: 'declined' },
  },
  {
    name: 'Exchange: tentative',
    mail: `Subject: Tentative: Engines demo
Content-Class: urn:content-classes:calendarmessage
Content-Type: text/calendar; method=REPLY; charset=utf-8

BEGIN:VCALENDAR`,
    is: { kind: 'calendarAnswer', answer: 'tentative' },
  },
  {
    name: 'one of our own emails',
    inThread: true,
    own: true,
    mail: `From: Rita <rita@seller.example.com>
To: ada@engines.example.com
X-Sequence-Overlay-Key: e1:s1:0

Hello Ada`,
    is: { kind: 'own' },
  },
  {
    name: "the rep's own mail in the conversation",
    inThread: true,
    own: true,
    mail: `From: Rita <rita@seller.example.com>
To: ada@engines.example.com

Ada, one more thing.`,
    is: { kind: 'ownMessage' },
  },
  {
    name: "the rep's own mail to the contact, elsewhere",
    own: true,
    mail: `From: Rita <rita.alias@seller.example.com>
To: Bob <bob@else.example.com>
Cc: Ada <ada@engines.example.com>
Subject: Lunch?

Shall we?`,
    is: { kind: 'ownMessage' },
  },
  {
    name: "the rep's own absence note to the contact",
    inThread: true,
    own: true,
    mail: `From: Rita <rita@seller.example.com>
To: ada@engines.example.com
Subject: Out of office Re: Engines
Auto-Submitted: auto-replied

I am away.`,
    is: { kind: 'own' },
  },
  {
    name: 'the button of a mail program',
    mail: `Subject: unsubscribe e1:s1:0

`,
    is: { kind: 'optOut' },
  },
];
