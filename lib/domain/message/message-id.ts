/** The header value by which mail programs name a message, for example `<abc@mail.example.com>`. */
const MESSAGE_ID = /<[\x21-\x3b\x3d\x3f-\x7e]{1,250}>/g;

/** Long enough for any conversation, short enough for any mail server. */
const KEPT = 20;

/**
 * The message ids in a header value, in their order. Anything else in it is left out.
 *
 * @example messageIdsIn('<a@example.com> junk\r\n <b@example.com>') // ['<a@example.com>', '<b@example.com>']
 */
export function messageIdsIn(value: string): readonly string[] {
  return value.match(MESSAGE_ID) ?? [];
}

/** What `References` lists: the first message, which names the conversation, and the newest ones. */
export function shortenReferences(ids: readonly string[]): readonly string[] {
  const known = [...new Set(ids.flatMap(messageIdsIn))];
  return known.length <= KEPT ? known : [...known.slice(0, 1), ...known.slice(1 - KEPT)];
}
