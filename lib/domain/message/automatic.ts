type Headers = ReadonlyMap<string, string>;

/** Senders that only ever report on delivery. */
const DAEMON = /^(?:mailer-daemon|postmaster|mail-daemon|maildaemon)@/;
/** The message has not failed yet; the server keeps trying. */
const DELAYED = /\bdelay(?:ed)?\b|\bwarning: (?:could not send|message)\b|\bopóźni/i;
/** What mail programs put in front of an absence note's subject, where they add no header. */
const ABSENCE =
  /^(?:auto(?:matic)?[- ]?repl(?:y|ies)|out of (?:the )?office|automatische antwort|abwesenheitsnotiz|réponse automatique|respuesta automática|resposta automática|risposta automatica|automatisch antwoord|autosvar|automatiskt svar|odpowiedź automatyczna|automatyczna odpowiedź|autoodpowiedź|automatická odpověď|自动答复|自動応答)\b|^(?:自动|自動)/iu;

/** A report that an address could not be reached, and will not be. */
export function isBounce(headers: Headers, from: readonly string[]): boolean {
  const reports = isDeliveryReport(headers);
  if (!reports && !headers.has('x-failed-recipients') && !from.some((a) => DAEMON.test(a))) {
    return false;
  }
  return !DELAYED.test(headers.get('subject') ?? '');
}

/** Says the message itself that it is one of RFC 3464, whoever sent it? */
export function isDeliveryReport(headers: Headers): boolean {
  const type = headers.get('content-type') ?? '';
  return /^\s*multipart\/report\b/i.test(type) && /report-type\s*=\s*"?delivery-status/i.test(type);
}

/** Written by a machine: an absence note, a receipt, a ticket number, a newsletter. */
export function isAutomatic(headers: Headers, from: readonly string[]): boolean {
  const said = (name: string) => headers.get(name)?.trim().toLowerCase();
  const submitted = said('auto-submitted');
  return (
    // RFC 3834: everything but `no` is a machine; parameters may follow.
    (submitted !== undefined && !/^no\b/.test(submitted)) ||
    /^(?:bulk|junk|auto_reply)\b/.test(said('precedence') ?? '') ||
    headers.has('x-autoreply') ||
    headers.has('x-autorespond') ||
    /\b(?:all|oof|autoreply)\b/.test(said('x-auto-response-suppress') ?? '') ||
    /^multipart\/report\b/.test(said('content-type') ?? '') ||
    from.some((address) => DAEMON.test(address)) ||
    ABSENCE.test(said('subject') ?? '')
  );
}
