import type { Sample } from './sample';

/** Absence notes; the day of the message is Wednesday, 2 December 2026. */
export const ABSENCES_ONE: readonly Sample[] = [
  {
    name: 'English, Gmail vacation responder',
    inThread: true,
    mail: `Subject: Away from my desk Re: Engines
Auto-Submitted: auto-replied
X-Autoreply: yes
Precedence: bulk

Hi there,

Thanks for your message. I am out of the office and will be back on December 14.
For anything urgent write to bob@engines.example.com.

Ada`,
    is: { kind: 'absence', returnsOn: '2026-12-14' },
  },
  {
    name: 'English, Exchange, British dates',
    inThread: true,
    mail: `Subject: Automatic reply: Engines
Auto-Submitted: auto-generated
X-Auto-Response-Suppress: All

I'm on annual leave from 1st December and return to work on Monday 7th December 2026.`,
    is: { kind: 'absence', returnsOn: '2026-12-07' },
  },
  {
    name: 'English, through a day',
    inThread: true,
    mail: `Subject: Automatic reply: Engines
X-Auto-Response-Suppress: All
Auto-Submitted: auto-generated

I will be travelling with limited access to email through Dec. 11, 2026.`,
    is: { kind: 'absence', returnsOn: '2026-12-12' },
  },
  {
    name: 'English, no date at all',
    inThread: true,
    mail: `Subject: Out of Office Re: Engines
Auto-Submitted: auto-replied

I'm currently out of the office with no access to my inbox.`,
    is: { kind: 'absence' },
  },
  {
    name: 'English, Lotus Notes',
    inThread: true,
    mail: `Subject: AUTO: Ada King is out of the office (returning 12/21/2026)
Auto-Submitted: auto-generated

I am out of the office until 12/21/2026.

Note: This is an automated response to your message "Engines" sent on 02/12/2026 10:00:00.`,
    is: { kind: 'absence', returnsOn: '2026-12-21' },
  },
  {
    name: 'Polish, Exchange',
    inThread: true,
    mail: `Subject: Odpowiedź automatyczna: Engines
Auto-Submitted: auto-generated
X-Auto-Response-Suppress: All

Dzień dobry,
przebywam na urlopie do 11.12.2026. W pilnych sprawach proszę o kontakt z Bobem.`,
    is: { kind: 'absence', returnsOn: '2026-12-12' },
  },
  {
    name: 'Polish, a month in words',
    inThread: true,
    mail: `Subject: Re: Engines
Auto-Submitted: auto-replied

Jestem poza biurem. Wracam 14 grudnia.`,
    is: { kind: 'absence', returnsOn: '2026-12-14' },
  },
  {
    name: 'German, Exchange',
    inThread: true,
    mail: `Subject: Automatische Antwort: Engines
Auto-Submitted: auto-generated

Guten Tag,

ich bin bis einschließlich 18.12. nicht im Büro. Ihre Nachricht wird nicht weitergeleitet.`,
    is: { kind: 'absence', returnsOn: '2026-12-19' },
  },
  {
    name: 'German, back again on',
    inThread: true,
    mail: `Subject: Abwesenheitsnotiz: Engines
Auto-Submitted: auto-replied

Vielen Dank für Ihre Nachricht. Ab dem 9. Dezember bin ich wieder für Sie erreichbar.`,
    is: { kind: 'absence', returnsOn: '2026-12-09' },
  },
  {
    name: 'French, Exchange',
    inThread: true,
    mail: `Subject: Réponse automatique : Engines
Auto-Submitted: auto-generated

Bonjour, je suis absente du bureau jusqu'au 12 décembre inclus. Cordialement, Ada`,
    is: { kind: 'absence', returnsOn: '2026-12-13' },
  },
  {
    name: 'French, back on a numbered day',
    inThread: true,
    mail: `Subject: Absence du bureau
Auto-Submitted: auto-replied

Je suis actuellement en congés. Je serai de retour le 05/01/2027.`,
    is: { kind: 'absence', returnsOn: '2027-01-05' },
  },
  {
    name: 'Spanish, Exchange',
    inThread: true,
    mail: `Subject: Respuesta automática: Engines
Auto-Submitted: auto-generated

Estoy de vacaciones hasta el 8 de diciembre. Regreso a la oficina el 9 de diciembre.`,
    is: { kind: 'absence', returnsOn: '2026-12-09' },
  },
  {
    name: 'Portuguese, Exchange',
    inThread: true,
    mail: `Subject: Resposta automática: Engines
Auto-Submitted: auto-generated

Olá, estarei fora do escritório de 30/11 a 10/12. Retorno em 11/12/2026.`,
    is: { kind: 'absence', returnsOn: '2026-12-11' },
  },
  {
    name: 'Italian, Exchange',
    inThread: true,
    mail: `Subject: Risposta automatica: Engines
Auto-Submitted: auto-generated

Buongiorno, sono fuori ufficio fino al 15 dicembre compreso.`,
    is: { kind: 'absence', returnsOn: '2026-12-16' },
  },
  {
    name: 'Russian',
    inThread: true,
    mail: `Subject: Автоматический ответ: Engines
Auto-Submitted: auto-generated

Здравствуйте! Я в отпуске до 13 декабря включительно.`,
    is: { kind: 'absence', returnsOn: '2026-12-14' },
  },
  {
    name: 'Mandarin',
    inThread: true,
    mail: `Subject: 自动答复: Engines
Auto-Submitted: auto-generated

您好，我正在休假，将于12月9日返回办公室。`,
    is: { kind: 'absence', returnsOn: '2026-12-09' },
  },
  {
    name: 'Japanese',
    inThread: true,
    mail: `Subject: 自動応答: Engines
Auto-Submitted: auto-replied

お世話になっております。12月10日まで休暇をいただいております。`,
    is: { kind: 'absence', returnsOn: '2026-12-11' },
  },
  {
    name: 'Arabic',
    inThread: true,
    mail: `Subject: رد تلقائي: Engines
Auto-Submitted: auto-generated

أنا خارج المكتب حاليا وسأعود يوم ١٣ ديسمبر ٢٠٢٦.`,
    is: { kind: 'absence', returnsOn: '2026-12-13' },
  },
  {
    name: 'Hindi',
    inThread: true,
    mail: `Subject: स्वचालित उत्तर: Engines
Auto-Submitted: auto-generated

नमस्ते, मैं 11 दिसंबर 2026 तक छुट्टी पर हूँ।`,
    is: { kind: 'absence', returnsOn: '2026-12-12' },
  },
  {
    name: 'a note that was never taken down',
    inThread: true,
    mail: `Subject: Automatic reply: Engines
Auto-Submitted: auto-generated

I am out of the office until 14 August 2026.`,
    is: { kind: 'absence' },
  },
];
