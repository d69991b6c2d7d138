import type { Sample } from './sample';

const reply = { kind: 'reply' };

/** People, some of whom sound like machines. None of these may ever be taken for one. */
export const PEOPLE_ONE: readonly Sample[] = [
  {
    name: 'a plain answer',
    inThread: true,
    mail: `In-Reply-To: <one@mail.seller.example.com>

Hi Rita, sounds interesting. Can you send a price list?`,
    is: reply,
  },
  {
    name: 'one word',
    inThread: true,
    mail: `Auto-Submitted: no

Ok`,
    is: reply,
  },
  {
    name: 'somebody who will be away and says so',
    inThread: true,
    mail: `Hi Rita, I'm out of office next week, back on December 14. Let's talk after.`,
    is: reply,
  },
  {
    name: 'somebody whose subject says out of office',
    inThread: true,
    mail: `Subject: Out of office next week

Just so you know: I'm away next week, call me on the 14th.`,
    is: reply,
  },
  {
    name: 'somebody who quotes an absence note',
    inThread: true,
    mail: `Subject: RE: Automatic reply: Engines

Sorry, forgot to switch that off. Yes, I'd like a demo.

> I am out of the office until 1 December and have no access to email.`,
    is: reply,
  },
  {
    name: 'a phone with its signature',
    inThread: true,
    mail: `Call me tomorrow

Sent from my iPhone

> On 1 Dec 2026, at 09:12, Rita <rita@seller.example.com> wrote:
>
> Hello Ada`,
    is: reply,
  },
  {
    name: 'German, away and human',
    inThread: true,
    mail: `Subject: AW: Engines

Hallo Rita, ich bin ab morgen im Urlaub und erst am 14.12. wieder im Büro. Können wir dann sprechen?`,
    is: reply,
  },
  {
    name: 'Polish, away and human',
    inThread: true,
    mail: `Subject: Odp: Engines

Pani Rito, jestem na urlopie do piątku, proszę zadzwonić w poniedziałek.`,
    is: reply,
  },
  {
    name: 'a company that tells others not to answer by machine',
    inThread: true,
    mail: `X-Auto-Response-Suppress: DR, OOF, AutoReply

We are happy with what we have, thank you.`,
    is: reply,
  },
  {
    name: 'a group address that passes it on',
    inThread: true,
    mail: `From: Bob Stone <bob@engines.example.com>
Precedence: list
List-Id: <sales.engines.example.com>

Ada asked me to look at this. Do you have time on Friday?`,
    is: { kind: 'reply', by: 'colleague' },
  },
  {
    name: 'from a private address, in our thread',
    inThread: true,
    mail: `From: Ada King <ada.king.private@gmail.com>

Writing from my own account: yes please.`,
    is: { kind: 'reply', by: 'other' },
  },
  {
    name: 'from a private address, in another thread that names our email',
    mail: `From: Ada King <ada.king.private@gmail.com>
Subject: Engines for us
References: <x@gmail.com> <one@mail.seller.example.com>

Here is what we need.`,
    is: { kind: 'reply', by: 'other' },
  },
  {
    name: 'with a plus in the address',
    mail: `From: ADA+sales@engines.example.com
Subject: Question

Do you ship to Poland?`,
    is: reply,
  },
  {
    name: 'a new mail of the contact',
    mail: `Subject: Invoice from last year

Could you resend it?`,
    is: reply,
  },
  {
    name: 'a forward to a colleague with us in copy',
    inThread: true,
    mail: `To: Bob <bob@engines.example.com>
Cc: rita@seller.example.com
Subject: Fwd: Engines

Bob, is this for you?

---------- Forwarded message ---------
From: Rita <rita@seller.example.com>
Subject: Engines`,
    is: reply,
  },
  {
    name: 'a colleague who writes on their own',
    mail: `From: Bob Stone <bob@engines.example.com>
Subject: Your offer to Ada

Hello Rita, Ada told me about you.`,
    is: { kind: 'colleague' },
  },
  {
    name: 'a stranger at a free mail provider',
    mail: `From: eve@gmail.com
Subject: Hello

Do you sell engines?`,
    is: { kind: 'unrelated' },
  },
  {
    name: 'somebody who wants to be left alone',
    inThread: true,
    mail: `Please remove me from your list.

> On Tue, Dec 1, 2026 Rita wrote:
> Hello Ada`,
    is: { kind: 'reply', asksOptOut: true },
  },
  {
    name: 'somebody who wants to be left alone, in Polish',
    inThread: true,
    mail: `Nie chcę otrzymywać takich wiadomości.`,
    is: { kind: 'reply', asksOptOut: true },
  },
  {
    name: 'somebody who wants to be left alone, in German',
    inThread: true,
    mail: `Subject: AW: Engines

Bitte kontaktieren Sie mich nicht mehr.`,
    is: { kind: 'reply', asksOptOut: true },
  },
  {
    name: 'an answer that quotes our own line about unsubscribing',
    inThread: true,
    mail: `Thanks, tell me more.

On Tue, 1 Dec 2026 at 09:00, Rita <rita@seller.example.com> wrote:
> Hello Ada
> If you don't want to hear from me, reply "unsubscribe".`,
    is: reply,
  },
];
