import type { Sample } from './sample';

/** More machines: what they confirm, what they cannot deliver, who has left, who is invited. */
export const MACHINES_TWO: readonly Sample[] = [
  ...said('automatic', [
    [
      'Automatic reply: Engines',
      'Thank you for contacting Engines. A member of the team will get back to you within 48 hours.',
    ],
    [
      'Automatische Antwort: Engines',
      'Wir haben Ihre Nachricht erhalten und melden uns schnellstmöglich.',
    ],
    [
      'Automatyczna odpowiedź: Engines',
      'Dziękujemy za kontakt. Państwa zgłoszenie zostało przyjęte pod numerem 771.',
    ],
    [
      'Accusé de réception',
      'Nous avons bien reçu votre message et vous répondrons dans les meilleurs délais.',
    ],
    ['Re: Engines', 'Hemos recibido su mensaje. Su solicitud es la 5512.'],
    ['Re: Engines', 'お問い合わせいただきありがとうございます。追ってご連絡いたします。'],
    ['Re: Engines', '我们已收到您的邮件，会尽快处理。'],
    ['Re: Engines', 'Ваше обращение зарегистрировано под номером 12.'],
  ]),
  ...said('left', [
    [
      'Automatic reply: Engines',
      'Please note that Ada King has left the company. Your email will not be forwarded.',
    ],
    ['Automatic reply: Engines', 'I no longer work at Engines. Reach out to Bob instead.'],
    ['Re: Engines', 'This inbox is no longer monitored.'],
    [
      'Odpowiedź automatyczna: Engines',
      'Informujemy, że Ada King nie pracuje już w naszej firmie.',
    ],
    ['Automatische Antwort: Engines', 'Frau King ist nicht mehr in unserem Unternehmen tätig.'],
    ['Réponse automatique : Engines', "Ada King a quitté l'entreprise. Merci d'écrire à Bob."],
    ['Respuesta automática: Engines', 'Ada King ya no trabaja en esta empresa.'],
    ['Resposta automática: Engines', 'Informamos que Ada não faz mais parte do quadro da empresa.'],
    ['Risposta automatica: Engines', 'Ada King non lavora più presso di noi.'],
    ['Автоответ: Engines', 'Ада больше не работает в компании.'],
    ['自动回复: Engines', 'Ada 已离职，请联系 Bob。'],
    ['Re: Engines', 'エイダは退職いたしました。'],
  ]),
  {
    name: 'Exchange NDR without a report type, in Polish',
    inThread: true,
    mail: `From: postmaster@engines.example.com
Subject: Nie można dostarczyć: Engines
Content-Type: multipart/report; report-type=delivery-status; boundary=x

Dostarczenie wiadomości do ada@engines.example.com nie powiodło się.
Skrzynka pocztowa adresata jest pełna.
Remote Server returned '554 5.2.2 mailbox full; STOREDRV.Deliver'`,
    is: { kind: 'bounce', permanence: 'soft', status: '5.2.2' },
  },
  {
    name: 'Exchange: it has expired',
    inThread: true,
    mail: `From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@seller.example.com>
Subject: Undeliverable: Engines
Content-Type: multipart/report; report-type=delivery-status; boundary=x

Your message to ada@engines.example.com couldn't be delivered after trying for a day.
Remote Server returned '550 4.4.7 QUEUE.Expired; message expired'`,
    is: { kind: 'bounce', permanence: 'soft', status: '4.4.7' },
  },
  {
    name: 'a report on two recipients, only one of whom is ours',
    inThread: true,
    mail: `From: mailer-daemon@mx.example.net
Subject: Undelivered Mail Returned to Sender
Content-Type: multipart/report; report-type=delivery-status; boundary=x

Reporting-MTA: dns; mx.example.net

Final-Recipient: rfc822; bob@engines.example.com
Action: failed
Status: 5.1.1

Final-Recipient: rfc822; ada@engines.example.com
Action: failed
Status: 4.2.2`,
    is: { kind: 'bounce', permanence: 'soft', status: '4.2.2' },
  },
  {
    name: 'rejected as spam',
    inThread: true,
    mail: `From: mailer-daemon@googlemail.com
Subject: Delivery Status Notification (Failure)
X-Failed-Recipients: ada@engines.example.com
Content-Type: multipart/report; report-type=delivery-status; boundary=x

550 5.7.1 Message rejected due to content restrictions`,
    is: { kind: 'bounce', permanence: 'hard', status: '5.7.1' },
  },
  {
    name: 'an address of the internet is no status code',
    inThread: true,
    mail: `From: mailer-daemon@mx.example.net
Subject: Mail delivery failed: returning message to sender

A message that you sent could not be delivered. This is a permanent error.
  ada@engines.example.com
    host mx.engines.example.com [4.3.2.1]: 550 unknown user`,
    is: { kind: 'bounce', permanence: 'hard' },
  },
  {
    name: 'Exim: a warning',
    inThread: true,
    mail: `From: Mail Delivery System <mailer-daemon@mx.example.net>
Subject: Warning: message 1abc delayed 24 hours

No action is required on your part.`,
    is: { kind: 'automatic' },
  },
  {
    name: 'a newsletter in the bin of everybody',
    mail: `From: offers@shop.example.net
Subject: Sale
List-Unsubscribe: <mailto:u@shop.example.net>

-50 %`,
    is: { kind: 'unrelated' },
  },
  {
    name: 'a post of the contact to a list we both read',
    mail: `Subject: [engines-l] Valves
Precedence: list
List-Id: <engines-l.example.org>

Has anybody seen this?`,
    is: { kind: 'unrelated' },
  },
  {
    name: "a colleague's absence note outside our conversation",
    mail: `From: bob@engines.example.com
Subject: Automatic reply: Lunch
Auto-Submitted: auto-generated

I am away.`,
    is: { kind: 'unrelated' },
  },
  {
    name: "the company's invoices",
    mail: `From: billing@engines.example.com
Subject: Invoice 12

Attached.`,
    is: { kind: 'unrelated' },
  },
  ...(['Accepted', 'Angenommen', 'Zaakceptowano', 'Accepté', '承諾'] as const).map(
    (word): Sample => ({
      name: `Exchange: ${word}`,
      mail: `Subject: ${word}: Engines demo
Content-Class: urn:content-classes:calendarmessage

`,
      is: { kind: 'calendarAnswer', answer: 'accepted' },
    }),
  ),
  {
    name: 'Google Calendar, in Polish: declined',
    mail: `Sender: Kalendarz Google <calendar-notification@google.com>
Subject: Odrzucono: Engines demo, wt. 8 gru 2026
Auto-Submitted: auto-generated

`,
    is: { kind: 'calendarAnswer', answer: 'declined' },
  },
  {
    name: "the rep's calendar writes for the rep",
    mail: `From: Rita <rita@seller.example.com>
To: ada@engines.example.com
Sender: Google Calendar <calendar-notification@google.com>
Subject: Invitation: Engines demo
Auto-Submitted: auto-generated

`,
    is: { kind: 'own' },
  },
  {
    name: 'one of our emails whose own header got lost',
    inThread: true,
    own: true,
    mail: `From: rita@seller.example.com
To: ada@engines.example.com
Message-ID: <one@mail.seller.example.com>

Hello Ada`,
    is: { kind: 'own' },
  },
  {
    name: "the rep's mail to somebody else",
    own: true,
    mail: `From: rita@seller.example.com
To: eve@elsewhere.example.com
Subject: Hi

Hello`,
    is: { kind: 'own' },
  },
  {
    name: 'a letter that only asks to be left alone',
    mail: `Subject: Unsubscribe

`,
    is: { kind: 'optOut' },
  },
];

/** Subject and text of an automatic answer in our thread. */
function said(kind: string, rows: readonly (readonly [string, string])[]): readonly Sample[] {
  return rows.map(([subject, text], index) => ({
    name: `${kind}, ${index + 1}: ${subject}`,
    inThread: true,
    mail: `Subject: ${subject}\nAuto-Submitted: auto-generated\n\n${text}`,
    is: { kind },
  }));
}
