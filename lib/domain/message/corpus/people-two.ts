import type { Sample } from './sample';

/** More people: short, far away, in a hurry, angry, or with a company's footer. */
export const PEOPLE_TWO: readonly Sample[] = [
  ...answers([
    ['', 'k'],
    ['', '👍'],
    ['', ''],
    ['Re: Engines', 'Thanks, but no thanks.'],
    ['Re: Engines', 'I am out of the office until December 14. Let us speak then. Ada'],
    ['Re: Engines', 'Currently travelling, will read this properly on Monday!'],
    ['Vacation', 'Rita, I leave for vacation tomorrow. Send the contract today please.'],
    ['Holiday plans', 'Are you on holiday too?'],
    ['Out of the office', 'Could you call my mobile? I am not at my desk.'],
    ['On leave from Friday', 'Please deal with Bob from then on.'],
    ['Auto parts', 'Do you also sell parts for cars?'],
    ['Automatic doors', 'We also need automatic doors.'],
    ['RE: Automatische Antwort: Engines', 'Entschuldigung, die Notiz war alt. Gerne!'],
    ['AW: Abwesenheitsnotiz', 'Bin wieder da.'],
    ['Urlaub', 'Ich bin ab Freitag im Urlaub, bitte vorher anrufen.'],
    ['Nieobecność', 'W przyszłym tygodniu mnie nie będzie, zadzwoni Bob.'],
    ['Absence', 'Je serai absente la semaine prochaine, parlons-en avant.'],
    ['Vacaciones', 'Me voy de vacaciones, ¿hablamos a la vuelta?'],
    ['休假', '下周我休假，我们之后再谈。'],
    ['Re: Engines', '来週は出張で不在です。再来週お話ししましょう。'],
    ['Re: Engines', 'Я в отпуске до 14 декабря, давайте после.'],
    ['Re: Engines', 'أنا في إجازة الأسبوع القادم، لنتحدث بعدها.'],
    ['Re: Engines', 'मैं अगले हफ्ते छुट्टी पर हूँ, उसके बाद बात करते हैं।'],
    ['Re: Engines', 'Sono in ferie, ci sentiamo a gennaio.'],
    ['Re: Engines', 'Estou de férias, falamos depois.'],
    ['Delayed', 'Sorry for the delayed answer, we were busy.'],
    ['Undeliverable', 'Your parcel was undeliverable, please ship again.'],
    ['Accepted', 'We have accepted your offer.'],
    ['Ticket', 'Do you have a ticket for the fair?'],
    ['Re: Engines', 'Received your message, thank you. We will get back to you within a week.'],
    ['Re: Engines', 'Bob is no longer with us; I am the one to talk to now.'],
    [
      'Fwd: Automatic reply: Engines',
      'See below, Bob is away. What now?\n\n---------- Forwarded message ---------\nFrom: Bob <bob@engines.example.com>\nSubject: Automatic reply: Engines\n\nI am out of the office.',
    ],
    [
      'Re: Engines',
      'Yes.\n\n-----Original Message-----\nFrom: Rita <rita@seller.example.com>\nSent: Tuesday\nSubject: Engines\n\nto unsubscribe, answer "unsubscribe"',
    ],
    [
      'Re: Engines',
      'Interesting.\n\nAm 01.12.2026 um 09:00 schrieb Rita <rita@seller.example.com>:\n\nHello Ada, if you want to unsubscribe tell me.',
    ],
    [
      'Re: Engines',
      'Sounds good\n\nGet Outlook for Android\n________________________________\nFrom: Rita <rita@seller.example.com>\nSent: Tuesday\nTo: Ada\n\nstop contacting me is what others say',
    ],
  ]),
  ...wishes([
    'unsubscribe',
    'STOP',
    'Please stop emailing me.',
    "Don't contact me again!",
    'Take me off this list immediately.',
    'Proszę mnie usunąć z bazy.',
    'Proszę o usunięcie moich danych i niekontaktowanie się ze mną.',
    'Bitte streichen Sie mich aus dem Verteiler.',
    'Bitte keine weiteren E-Mails.',
    'Merci de ne plus me contacter.',
    'Por favor, no me escriban más.',
    'Não quero receber mais e-mails.',
    'Per favore, cancellatemi dalla lista.',
    'Пожалуйста, больше не пишите мне.',
    '请不要再发邮件给我。',
    '今後の連絡は不要です。',
    'من فضلك لا ترسل لي رسائل أخرى.',
    'कृपया मुझे ईमेल न भेजें।',
  ]),
  {
    name: 'through a ticket system that sends with Auto-Submitted: no',
    inThread: true,
    mail: `From: Engines Desk <ada@engines.example.com>
Auto-Submitted: no
X-Auto-Response-Suppress: All
Subject: [ENG-12] Engines

Hello Rita, this is Ada. Please send the price list.`,
    is: { kind: 'reply' },
  },
  {
    name: 'an answer that a mailing tool sent, with its own unsubscribe header',
    inThread: true,
    mail: `List-Unsubscribe: <mailto:stop@tool.example.net>
Precedence: bulk

Hi Rita, thanks, Thursday works.`,
    is: { kind: 'reply' },
  },
  {
    name: 'a person with Precedence: bulk on every mail, who is away',
    inThread: true,
    mail: `List-Unsubscribe: <mailto:x@tool.example.net>
Precedence: bulk

I'm on vacation next week, ask me again after.`,
    is: { kind: 'reply' },
  },
  {
    name: "a server's footer that speaks of monitored mail",
    inThread: true,
    mail: `X-Auto-Response-Suppress: All

Let us meet on 14 December.

-- 
This mailbox is monitored. I work part time and am out of the office on Fridays.`,
    is: { kind: 'reply' },
  },
  {
    name: 'dots say something everywhere but at Gmail',
    mail: `From: A.Da+x@Engines.example.com
Subject: Hi

Me again.`,
    is: { kind: 'colleague' },
  },
  {
    name: 'a colleague in our thread, away and human',
    inThread: true,
    mail: `From: Bob <bob@engines.example.com>

Ada is on leave until 14 December, I can help.`,
    is: { kind: 'reply', by: 'colleague' },
  },
  {
    name: "an assistant at another company answers in the contact's name",
    inThread: true,
    mail: `From: Desk <desk@assistants.example.net>
Subject: RE: Engines

Ada would like to meet on Tuesday.`,
    is: { kind: 'reply', by: 'other' },
  },
  {
    name: 'the contact invites the rep to a meeting',
    mail: `Sender: Google Calendar <calendar-notification@google.com>
Subject: Invitation: Talk about engines @ Tue Dec 8, 2026
Auto-Submitted: auto-generated
Message-ID: <calendar-77@google.com>

ada@engines.example.com has invited you`,
    is: { kind: 'reply' },
  },
  {
    name: 'a letter with a hostile number of brackets',
    inThread: true,
    mail: `Subject: ((((((((((((((Re:

${'> ('.repeat(500)}`,
    is: { kind: 'reply' },
  },
];

/** Subject and text of an answer in our thread; an empty subject keeps the usual one. */
function answers(rows: readonly (readonly [string, string])[]): readonly Sample[] {
  return rows.map(([subject, text], index) => ({
    name: `answer ${index + 1}: ${subject || text || 'nothing'}`,
    inThread: true,
    mail: `Subject: ${subject || 'Re: Engines'}\n\n${text}`,
    is: { kind: 'reply' },
  }));
}

function wishes(texts: readonly string[]): readonly Sample[] {
  return texts.map((text) => ({
    name: `a wish: ${text}`,
    inThread: true,
    mail: `Subject: Re: Engines\n\n${text}\n\n> Hello Ada`,
    is: { kind: 'reply', asksOptOut: true },
  }));
}
