import type { GraphMessage, Recipient } from './graph-mailbox.ts';

/** Which header Exchange makes of which property. */
const MAPPED: Readonly<Record<string, string>> = {
  'string 0x1042': 'in-reply-to',
  'string 0x1039': 'references',
  'string 0x1045': 'list-unsubscribe',
};

/** The headers that a message leaves with, by lower-cased name. */
export function sentHeaders(message: GraphMessage): ReadonlyMap<string, string> {
  return new Map([
    ['message-id', message.internetMessageId],
    ['from', correspondent(message.from)],
    ['to', message.toRecipients.map(correspondent).join(', ')],
    ['subject', message.subject],
    ...message.ownHeaders.map(({ name, value }) => [name.toLowerCase(), value] as const),
    ...message.properties.flatMap(({ id, value }) => {
      const header = MAPPED[id.toLowerCase()];
      return header === undefined ? [] : [[header, value] as const];
    }),
  ]);
}

function correspondent({ emailAddress: { name, address } }: Recipient): string {
  return name === '' ? address : `${name} <${address}>`;
}
