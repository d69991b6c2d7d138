import { headerAddresses } from './header-addresses';

type Headers = ReadonlyMap<string, string>;

/** What a mail server says about one of our emails. */
export type DeliveryReport =
  | { readonly kind: 'failed'; readonly permanence: 'hard' | 'soft'; readonly status?: string }
  /** It still tries, or it has arrived: nothing has failed. */
  | { readonly kind: 'pending' };

/** The message has not failed yet; the server keeps trying. */
const DELAYED =
  /\bdelay(?:ed)?\b|\bwarning: (?:could not send|message)\b|\bstill being retried\b|opóźni|verzöger|retard|retras|atras|ritard|задерж|延迟|延遲|遅延|विलंब|تأخ/i;
const ARRIVED =
  /^(?:delivered|relayed|zugestellt|dostarczono|distribué|entregado|entregue|доставлено)\b/i;
/** Nothing is wrong with the address: the mailbox has no room. */
const FULL =
  /mailbox (?:is )?full|inbox (?:is )?full|over ?quota|quota ?exceeded|exceeded (?:the |their |its )?(?:storage )?quota|insufficient (?:system )?storage|postfach (?:des empfängers )?ist voll|skrzynka (?:odbiorcy )?jest pełna|przepełnion|boîte (?:aux lettres |de réception )?(?:est )?pleine|buzón (?:está )?lleno|caixa (?:de correio |postal )?(?:está )?cheia|casella (?:di posta )?(?:è )?piena|переполнен|邮箱已满|メールボックスがいっぱい/i;
/** RFC 3463; not a part of an IP address or of a version. */
const STATUS = /(?<![\d.])([245]\.\d{1,3}\.\d{1,3})(?![\d.]*\d)/;

/** Says the message itself that it is one of RFC 3464, whoever sent it? */
export function isDeliveryReport(headers: Headers): boolean {
  const type = headers.get('content-type') ?? '';
  return /^\s*multipart\/report\b/i.test(type) && /report-type\s*=\s*"?delivery-status/i.test(type);
}

/** Whom a report's header names, Gmail's way. */
export function failedRecipients(headers: Headers): readonly string[] | undefined {
  const value = headers.get('x-failed-recipients');
  return value === undefined ? undefined : headerAddresses(value);
}

/**
 * What a report on delivery says. The fields of RFC 3464 come first, then the status code wherever
 * it stands, then words. Without any of them the mail has failed for good: that is what a report is
 * sent for.
 *
 * @param text of the report, if it could be read
 * @param about the recipient in question, where the report speaks of several
 * @example readDeliveryReport('', 'Action: failed\nStatus: 4.4.1').permanence // 'soft'
 */
export function readDeliveryReport(
  subject: string,
  text: string,
  about: readonly string[] = [],
): DeliveryReport {
  const fields = fieldsAbout(text, about);
  const action = /^action:\s*(\w+)/im.exec(fields)?.[1]?.toLowerCase();
  if (action !== undefined && action !== 'failed') return { kind: 'pending' };
  if (action === undefined && (DELAYED.test(subject) || ARRIVED.test(subject))) {
    return { kind: 'pending' };
  }
  const status =
    /^status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(fields)?.[1] ?? STATUS.exec(text)?.[1];
  const isSoft =
    status?.startsWith('4') === true ||
    // RFC 3463: x.2.2 is a full mailbox, which servers call permanent because they do not wait.
    /^5\.2\.2$/.test(status ?? '') ||
    FULL.test(text) ||
    (status === undefined &&
      /(?<![\d.])4[25]\d[ -]/.test(text) &&
      !/(?<![\d.])5[05]\d[ -]/.test(text));
  return { kind: 'failed', permanence: isSoft ? 'soft' : 'hard', ...(status && { status }) };
}

/** The group of fields about this recipient, else everything. */
function fieldsAbout(text: string, about: readonly string[]): string {
  const groups = text.split(/\n\s*\n/).filter((group) => /^action:/im.test(group));
  const group = groups.find((one) =>
    about.some((address) => one.toLowerCase().includes(address.toLowerCase())),
  );
  return group ?? groups.at(0) ?? '';
}
