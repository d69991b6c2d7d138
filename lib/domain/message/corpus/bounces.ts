import type { Sample } from './sample';

/** Reports on delivery: RFC 3464, Gmail's and Exchange's own shapes, and what only looks like one. */
export const BOUNCES: readonly Sample[] = [
  {
    name: 'Gmail: the address does not exist',
    inThread: true,
    mail: `From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
Subject: Delivery Status Notification (Failure)
Auto-Submitted: auto-replied
X-Failed-Recipients: ada@engines.example.com
Content-Type: multipart/report; boundary="000"; report-type=delivery-status

** Address not found **

Your message wasn't delivered to ada@engines.example.com because the address couldn't be found.

The response from the remote server was:
550 5.1.1 <ada@engines.example.com>: Recipient address rejected: User unknown`,
    is: { kind: 'bounce', permanence: 'hard', status: '5.1.1' },
  },
  {
    name: 'Gmail: the mailbox is full',
    inThread: true,
    mail: `From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
Subject: Delivery Status Notification (Failure)
X-Failed-Recipients: ada@engines.example.com
Content-Type: multipart/report; boundary="000"; report-type=delivery-status

** Recipient inbox full **

Your message couldn't be delivered to ada@engines.example.com. Their inbox is full, or it's getting too much mail right now.

552 5.2.2 The email account that you tried to reach is over quota.`,
    is: { kind: 'bounce', permanence: 'soft', status: '5.2.2' },
  },
  {
    name: 'Gmail: delivery is late',
    inThread: true,
    mail: `From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
Subject: Delivery Status Notification (Delay)
X-Failed-Recipients: ada@engines.example.com
Content-Type: multipart/report; boundary="000"; report-type=delivery-status

** Delivery incomplete **

There was a temporary problem delivering your message to ada@engines.example.com. Gmail will retry for 45 more hours.

Action: delayed
Status: 4.4.1`,
    is: { kind: 'automatic' },
  },
  {
    name: 'Gmail: given up after days of trying',
    inThread: true,
    mail: `From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>
Subject: Delivery Status Notification (Failure)
X-Failed-Recipients: ada@engines.example.com
Content-Type: multipart/report; boundary="000"; report-type=delivery-status

** Message not delivered **

There was a problem delivering your message to ada@engines.example.com.
The recipient server did not accept our requests to connect.

Final-Recipient: rfc822; ada@engines.example.com
Action: failed
Status: 4.4.1`,
    is: { kind: 'bounce', permanence: 'soft', status: '4.4.1' },
  },
  {
    name: 'Exchange Online: no such recipient',
    inThread: true,
    mail: `From: Microsoft Outlook <postmaster@engines.example.com>
Subject: Undeliverable: Engines
Content-Type: multipart/report; report-type=delivery-status; boundary="x"
Auto-Submitted: auto-replied

Delivery has failed to these recipients or groups:

ada@engines.example.com
The email address you entered couldn't be found.

Diagnostic information for administrators:
Generating server: AB1PR01MB0001.prod.example.com
ada@engines.example.com
Remote server returned '550 5.1.10 RESOLVER.ADR.RecipientNotFound; Recipient not found by SMTP address lookup'`,
    is: { kind: 'bounce', permanence: 'hard', status: '5.1.10' },
  },
  {
    name: 'Exchange in German: the mailbox is full',
    inThread: true,
    mail: `From: postmaster@engines.example.com
Subject: Unzustellbar: Engines
Content-Type: multipart/report; report-type=delivery-status; boundary="x"

Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:
ada@engines.example.com
Das Postfach des Empfängers ist voll und kann zurzeit keine Nachrichten annehmen.

#554 5.2.2 mailbox full; STOREDRV.Deliver.Exception:QuotaExceededException ##`,
    is: { kind: 'bounce', permanence: 'soft', status: '5.2.2' },
  },
  {
    name: 'Postfix: host not found, outside the thread',
    mail: `From: MAILER-DAEMON@relay.example.net (Mail Delivery System)
Subject: Undelivered Mail Returned to Sender
In-Reply-To: <one@mail.seller.example.com>
Auto-Submitted: auto-replied
Content-Type: multipart/report; report-type=delivery-status; boundary="A/B"

This is the mail system at host relay.example.net.

<ada@engines.example.com>: Host or domain name not found. Name service error for
    name=engines.example.com type=A: Host not found

Reporting-MTA: dns; relay.example.net
Final-Recipient: rfc822; ada@engines.example.com
Original-Recipient: rfc822;ada@engines.example.com
Action: failed
Status: 5.4.4
Diagnostic-Code: X-Postfix; Host or domain name not found.`,
    is: { kind: 'bounce', permanence: 'hard', status: '5.4.4' },
  },
  {
    name: 'Postfix: a warning that it still tries',
    inThread: true,
    mail: `From: MAILER-DAEMON@relay.example.net (Mail Delivery System)
Subject: Delayed Mail (still being retried)
Auto-Submitted: auto-replied
Content-Type: multipart/report; report-type=delivery-status; boundary="A/B"

# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO RESEND YOUR MESSAGE. #

Your message could not be delivered for more than 4 hour(s).

Final-Recipient: rfc822; ada@engines.example.com
Action: delayed
Status: 4.4.1
Will-Retry-Until: Mon, 7 Dec 2026 10:00:00 +0000 (UTC)`,
    is: { kind: 'automatic' },
  },
  {
    name: 'a report that it was delivered',
    inThread: true,
    mail: `From: postmaster@engines.example.com
Subject: Delivered: Engines
Content-Type: multipart/report; report-type=delivery-status; boundary="x"

Your message has been delivered to the following recipients:
ada@engines.example.com

Final-Recipient: rfc822;ada@engines.example.com
Action: delivered
Status: 2.0.0`,
    is: { kind: 'automatic' },
  },
  {
    name: 'qmail: an old report without any form',
    inThread: true,
    mail: `From: MAILER-DAEMON@mx.example.net
Subject: failure notice
Content-Type: text/plain

Hi. This is the qmail-send program at mx.example.net.
I'm afraid I wasn't able to deliver your message to the following addresses.
This is a permanent error; I've given up. Sorry it didn't work out.

<ada@engines.example.com>:
192.0.2.1 does not like recipient.
Remote host said: 550 No such user here`,
    is: { kind: 'bounce', permanence: 'hard' },
  },
  {
    name: 'a report about somebody else in our conversation',
    inThread: true,
    mail: `From: mailer-daemon@googlemail.com
Subject: Delivery Status Notification (Failure)
X-Failed-Recipients: bob@engines.example.com
Content-Type: multipart/report; boundary="0"; report-type=delivery-status

550 5.1.1 no such user`,
    is: { kind: 'unrelated' },
  },
  {
    name: 'a report about quite another message',
    mail: `From: mailer-daemon@googlemail.com
Subject: Delivery Status Notification (Failure)
X-Failed-Recipients: eve@elsewhere.example.com
Content-Type: multipart/report; boundary="0"; report-type=delivery-status

550 5.1.1 no such user`,
    is: { kind: 'unrelated' },
  },
];
