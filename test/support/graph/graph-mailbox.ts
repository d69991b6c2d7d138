import { createHash, randomUUID } from 'node:crypto';

export interface Recipient {
  readonly emailAddress: { readonly name: string; readonly address: string };
}

export interface Property {
  readonly id: string;
  readonly value: string;
}

/** An item of a mailbox, as Exchange keeps it. */
export interface GraphMessage {
  /** Stays as long as the item does. */
  immutableId: string;
  /** Another one in each folder. */
  mutableId: string;
  folder: string;
  isDraft: boolean;
  subject: string;
  body: { readonly contentType: 'text' | 'html'; readonly content: string };
  from: Recipient;
  toRecipients: readonly Recipient[];
  replyTo: readonly Recipient[];
  conversationId: string;
  conversationIndex: string;
  internetMessageId: string;
  receivedDateTime: string;
  /** As they came over the wire; what never did has none. */
  wire: readonly { readonly name: string; readonly value: string }[];
  /** Headers of one's own, given when the draft was made. */
  ownHeaders: readonly { readonly name: string; readonly value: string }[];
  properties: readonly Property[];
}

export interface GraphFolder {
  readonly id: string;
  /** The name that Graph knows it by in any language. */
  readonly wellKnown?: string;
  readonly parent?: string;
}

export interface Change {
  readonly seq: number;
  readonly folder: string;
  readonly type: 'created' | 'deleted' | 'updated';
  readonly message: GraphMessage;
}

const WELL_KNOWN = [
  'inbox',
  'drafts',
  'sentitems',
  'deleteditems',
  'junkemail',
  'outbox',
  'archive',
] as const;

const HEADER_BYTES = 22;

export type GraphMailbox = ReturnType<typeof createGraphMailbox>;

/**
 * One user's mailbox: folders, items, and what happened in which order.
 *
 * @param options.idsSurviveSending Microsoft documents that an immutable id stays with a sent draft;
 * people report that it did not. A mailbox may be either.
 */
export function createGraphMailbox(options: {
  readonly idsSurviveSending: boolean;
  readonly now: () => number;
}) {
  const id = (prefix: string) => `${prefix}${randomUUID().replaceAll('-', '')}=`;
  const folders: GraphFolder[] = WELL_KNOWN.map((wellKnown) => ({ id: id('AQMk'), wellKnown }));
  const messages: GraphMessage[] = [];
  const changes: Change[] = [];
  const folderOf = (name: string) =>
    folders.find((folder) => folder.id === name || folder.wellKnown === name);
  const idOf = (name: string) => folderOf(name)?.id ?? '';
  const note = (type: Change['type'], folder: string, message: GraphMessage) =>
    void changes.push({ seq: changes.length + 1, folder, type, message });
  let holding = false;

  function move(message: GraphMessage, to: string): void {
    note('deleted', message.folder, message);
    message.folder = idOf(to);
    message.mutableId = id('AAMk');
    note('created', message.folder, message);
  }

  /** Exchange files by the header of the index where it is told to, else by what is answered. */
  function conversationOf(message: Pick<GraphMessage, 'properties' | 'wire'>): {
    readonly conversationId: string;
    readonly conversationIndex: string;
  } {
    const property = (name: string) =>
      message.properties.find((one) => one.id.toLowerCase() === name.toLowerCase())?.value;
    const given = property('Binary 0x0071');
    if (given !== undefined && property('Boolean 0x3016') === 'true') return filed(given);
    const named = message.wire
      .filter(({ name }) => /^(?:in-reply-to|references)$/i.test(name))
      .flatMap(({ value }) => value.match(/<[^>]+>/g) ?? []);
    const answered = messages.find((one) => named.includes(one.internetMessageId));
    return filed(
      answered?.conversationIndex ?? Buffer.from(randomUUID().slice(0, 22)).toString('base64'),
    );
  }

  return {
    folders,
    messages,
    changes,
    folderOf,
    idOf,
    conversationOf,
    now: options.now,
    newMessageId: () => `<${randomUUID()}@prod.outlook.example.com>`,
    add(message: Omit<GraphMessage, 'immutableId' | 'mutableId'>): GraphMessage {
      const added = { ...message, immutableId: id('AAkAL'), mutableId: id('AAMk') };
      messages.push(added);
      note('created', added.folder, added);
      return added;
    },
    /** By either id. */
    find: (wanted: string) =>
      messages.find((one) => one.immutableId === wanted || one.mutableId === wanted),
    move,
    addFolder(parent?: string): GraphFolder {
      const folder = { id: id('AQMk'), ...(parent !== undefined && { parent: idOf(parent) }) };
      folders.push(folder);
      return folder;
    },
    remove(message: GraphMessage): void {
      messages.splice(messages.indexOf(message), 1);
      note('deleted', message.folder, message);
    },
    touch: (message: GraphMessage) => note('updated', message.folder, message),
    /** Takes a draft; it is in Sent Items at once, or in the outbox until released. */
    submit(message: GraphMessage): void {
      move(message, 'outbox');
      if (!holding) this.release();
    },
    hold: () => {
      holding = true;
    },
    release(): void {
      holding = false;
      for (const message of messages.filter(({ folder }) => folder === idOf('outbox'))) {
        message.isDraft = false;
        // Nobody promises that the id of the draft stays.
        message.internetMessageId = this.newMessageId();
        message.receivedDateTime = new Date(options.now()).toISOString();
        if (!options.idsSurviveSending) message.immutableId = id('AAkAL');
        move(message, 'sentitems');
      }
    },
  };
}

function filed(index: string) {
  const header = Buffer.from(index, 'base64').subarray(0, HEADER_BYTES);
  const conversationId = createHash('sha256').update(header).digest('base64');
  return { conversationId, conversationIndex: index };
}
