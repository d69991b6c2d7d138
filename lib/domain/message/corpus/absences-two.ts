import type { Sample } from './sample';

const AUTO = 'Auto-Submitted: auto-replied';

/** More absence notes, in words of other people; some bear few marks of a machine. */
export const ABSENCES_TWO: readonly Sample[] = [
  ...notes('English', [
    [
      'Automatic reply: Engines',
      "I'm on parental leave until 1 March 2027. Bob is covering for me.",
      '2027-03-02',
    ],
    [
      'Automatic reply: Engines',
      'Thanks for your email! I am on PTO 11/30 - 12/9 and will reply when I return.',
      '2026-12-10',
    ],
    [
      'Re: Engines',
      'Our offices are closed for the holidays and reopen on Monday, January 4th.',
      '2027-01-04',
    ],
    ['Automatic reply: Engines', 'I am away this week and back on Monday.', '2026-12-07'],
    [
      'Automatic reply: Engines',
      'I will be on vacation from December 3rd to December 18th, 2026.',
      '2026-12-19',
    ],
    [
      'Automatic reply: Engines',
      'Hi, I am at a conference Dec 1-4 with patchy wifi.',
      '2026-12-05',
    ],
    [
      'Automatic reply: Engines',
      'Currently on sick leave. I do not know yet when I will be back.',
      undefined,
    ],
    [
      'OOO Re: Engines',
      "I'm OOO! Call my mobile +44 20 7946 0958 if the building is on fire.",
      undefined,
    ],
  ]),
  ...notes('German', [
    [
      'Automatische Antwort: Engines',
      'Ich befinde mich vom 30.11.2026 bis 11.12.2026 im Urlaub.',
      '2026-12-12',
    ],
    [
      'Automatische Antwort: Engines',
      'ich bin derzeit auf Dienstreise und am Montag, den 7. Dezember, zurück.',
      '2026-12-07',
    ],
    [
      'Re: Engines',
      'Ich bin bis zum 04.01.2027 in Elternzeit. In dringenden Fällen: Tel. 030 901820.',
      '2027-01-05',
    ],
    [
      'Abwesend: Re: Engines',
      'Unser Büro ist zwischen den Jahren geschlossen. Ab 4. Januar sind wir wieder für Sie da.',
      '2027-01-04',
    ],
  ]),
  ...notes('French', [
    [
      'Réponse automatique : Engines',
      'Bonjour, je suis en vacances du 30 novembre au 11 décembre. Merci.',
      '2026-12-12',
    ],
    [
      'Réponse automatique : Engines',
      'Je suis en déplacement et reviens le lundi 7 décembre.',
      '2026-12-07',
    ],
    [
      'Re: Engines',
      'Actuellement en congé maternité, je serai de retour à partir du 1er avril 2027.',
      '2027-04-01',
    ],
    ['Re: Engines', "Nos bureaux seront fermés jusqu'au 3 janvier inclus.", '2027-01-04'],
  ]),
  ...notes('Spanish', [
    [
      'Respuesta automática: Engines',
      'Me encuentro fuera de la oficina. Volveré el lunes 14 de diciembre.',
      '2026-12-14',
    ],
    ['Fuera de la oficina Re: Engines', 'Estaré de viaje del 1 al 10 de diciembre.', '2026-12-11'],
    ['Re: Engines', 'Estoy de baja por maternidad hasta el 15/02/2027.', '2027-02-16'],
    [
      'Respuesta automática: Engines',
      'Hola, estoy de vacaciones y me reincorporo el 21 de diciembre.',
      '2026-12-21',
    ],
  ]),
  ...notes('Portuguese', [
    [
      'Resposta automática: Engines',
      'Estou de férias até 18 de dezembro. Em caso de urgência fale com o Bob.',
      '2026-12-19',
    ],
    [
      'Re: Engines',
      'Encontro-me ausente do escritório, regressarei no dia 7 de dezembro.',
      '2026-12-07',
    ],
    ['Re: Engines', 'Estou em viagem e com acesso limitado ao e-mail.', undefined],
  ]),
  ...notes('Italian', [
    ['Risposta automatica: Engines', 'Sono in ferie dal 30 novembre al 9 dicembre.', '2026-12-10'],
    [
      'Re: Engines',
      'Gentile cliente, gli uffici sono chiusi e riapriranno il 7 gennaio 2027.',
      '2027-01-07',
    ],
    ['Fuori sede Re: Engines', 'Sono in trasferta, rientro giovedì 10 dicembre.', '2026-12-10'],
  ]),
  ...notes('Polish', [
    [
      'Odpowiedź automatyczna: Engines',
      'Do 18 grudnia jestem na urlopie, bez dostępu do poczty.',
      '2026-12-19',
    ],
    ['Re: Engines', 'W dniach 30.11-9.12 nie ma mnie w biurze. Zastępuje mnie Bob.', '2026-12-10'],
    [
      'Autoodpowiedź: Engines',
      'Dziękuję za wiadomość. Jestem w delegacji i wrócę w poniedziałek.',
      '2026-12-07',
    ],
    ['Re: Engines', 'Przebywam na zwolnieniu lekarskim.', undefined],
    ['Odpowiedz automatyczna: Engines', 'Jestem nieobecna, w pracy bede 7 grudnia.', '2026-12-07'],
  ]),
  ...notes('Russian', [
    [
      'Автоматический ответ: Engines',
      'Добрый день! Нахожусь в командировке, вернусь 9 декабря.',
      '2026-12-09',
    ],
    ['Re: Engines', 'Меня нет в офисе с 30.11 по 11.12.2026.', '2026-12-12'],
    ['Автоответ: Engines', 'Я на больничном, буду доступна с 14 декабря.', '2026-12-14'],
  ]),
  ...notes('Mandarin', [
    ['自动回复: Engines', '我于11月30日至12月9日出差，回复可能延迟。', '2026-12-10'],
    ['自動回覆: Engines', '您好，我目前休假中，12月14日恢復上班。', '2026-12-14'],
    ['Re: Engines', '本人现在外出，无法及时回复邮件。', undefined],
  ]),
  ...notes('Japanese', [
    [
      'Re: Engines',
      '出張のため不在にしております。12月8日（火）より出社いたします。',
      '2026-12-08',
    ],
    [
      '不在のお知らせ Re: Engines',
      '誠に勝手ながら12月3日から12月9日まで休業とさせていただきます。',
      '2026-12-10',
    ],
    ['自動返信：Engines', 'ただいま外出しております。戻り次第ご連絡いたします。', undefined],
  ]),
  ...notes('Arabic', [
    ['رد تلقائي: Engines', 'شكرا لرسالتك. أنا في إجازة من 1 ديسمبر حتى 10 ديسمبر.', '2026-12-11'],
    ['الرد التلقائي: Engines', 'أنا في رحلة عمل وسأعود إلى المكتب في 2026/12/15', '2026-12-15'],
    ['Re: Engines', 'أنا خارج المكتب ولا يمكنني الوصول إلى البريد.', undefined],
  ]),
  ...notes('Hindi', [
    ['स्वचालित उत्तर: Engines', 'मैं कार्यालय से बाहर हूँ और 14 दिसंबर को लौटूँगी।', '2026-12-14'],
    ['Re: Engines', 'धन्यवाद। मैं 10 दिसंबर तक यात्रा पर हूँ।', '2026-12-11'],
    ['स्वचालित उत्तर: Engines', 'मैं अवकाश पर हूँ, कृपया बॉब से संपर्क करें।', undefined],
  ]),
  {
    name: 'an old vacation program: nothing but its precedence',
    inThread: true,
    mail: `Subject: away from my mail
Precedence: junk

I am on vacation and will read your mail when I get back on December 10.`,
    is: { kind: 'absence', returnsOn: '2026-12-10' },
  },
  {
    name: 'a note whose header got lost on the way, with our subject in its own',
    inThread: true,
    mail: `Subject: Out of the office: Re: Engines

Back on December 8.`,
    is: { kind: 'absence', returnsOn: '2026-12-08' },
  },
  {
    name: 'a note by a sender who wants to hear of no failure',
    inThread: true,
    mail: `Return-Path: <>
Subject: Thanks for your mail

I am out of the office until Friday.`,
    is: { kind: 'absence', returnsOn: '2026-12-05' },
  },
  {
    name: 'American dates of a contact in London stay British',
    inThread: true,
    mail: `Subject: Automatic reply: Engines
Auto-Submitted: auto-generated

I am on leave until 05/01/2027.`,
    is: { kind: 'absence', returnsOn: '2027-01-06' },
  },
  {
    name: 'a day that only makes sense the American way',
    inThread: true,
    mail: `Subject: Automatic reply: Engines
Auto-Submitted: auto-generated

I am out of the office through 12/11/2026.`,
    is: { kind: 'absence', returnsOn: '2026-12-12' },
  },
  {
    name: 'a sabbatical that is too long to wait for',
    inThread: true,
    mail: `Subject: Automatic reply: Engines
Auto-Submitted: auto-generated

I am on leave and will return on 1 June 2029.`,
    is: { kind: 'absence' },
  },
  {
    name: 'another address of theirs answers for them',
    inThread: true,
    mail: `From: Ada King <king@engines-group.example.com>
Subject: Automatic reply: Engines
Auto-Submitted: auto-generated

I am travelling until December 9.`,
    is: { kind: 'absence', returnsOn: '2026-12-10' },
  },
];

/** Subject, text, and the day of return. */
function notes(
  language: string,
  rows: readonly (readonly [string, string, string | undefined])[],
): readonly Sample[] {
  return rows.map(([subject, text, returnsOn], index) => ({
    name: `${language}, ${index + 1}: ${subject}`,
    inThread: true,
    mail: `Subject: ${subject}\n${AUTO}\n\n${text}`,
    is: { kind: 'absence', ...(returnsOn !== undefined && { returnsOn }) },
  }));
}
