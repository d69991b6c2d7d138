import * as v from 'valibot';

// What Gmail answers, as far as it is used. Further fields are let through unread.

const id = v.pipe(v.string(), v.minLength(1));

export const nothingSchema = v.unknown();

export const profileSchema = v.object({ emailAddress: id, historyId: id });

export const sendAsSchema = v.object({
  sendAs: v.optional(
    v.array(
      v.object({
        sendAsEmail: v.string(),
        displayName: v.optional(v.string(), ''),
        isPrimary: v.optional(v.boolean(), false),
        isDefault: v.optional(v.boolean(), false),
        verificationStatus: v.optional(v.string()),
        signature: v.fallback(v.string(), ''),
      }),
    ),
    [],
  ),
});

export const draftSchema = v.object({ id });

export const draftListSchema = v.object({
  drafts: v.optional(v.array(v.object({ id, message: v.optional(v.object({ id })) })), []),
  nextPageToken: v.optional(v.string()),
});

export const sentSchema = v.object({ id, threadId: id });

export const messageListSchema = v.object({
  messages: v.optional(v.array(v.object({ id })), []),
  nextPageToken: v.optional(v.string()),
});

/** `messages.get` with `format=metadata`. */
export const messageSchema = v.object({
  id,
  threadId: id,
  labelIds: v.optional(v.array(v.string()), []),
  internalDate: v.pipe(v.string(), v.regex(/^\d{1,15}$/), v.transform(Number)),
  payload: v.optional(
    v.object({
      headers: v.optional(v.array(v.object({ name: v.string(), value: v.string() })), []),
    }),
    { headers: [] },
  ),
});

export type GmailMessage = v.InferOutput<typeof messageSchema>;

/** A part of `messages.get` with `format=full`; attachments bring no data, only where it lies. */
export interface MessagePart {
  readonly mimeType: string;
  readonly filename: string;
  readonly headers: readonly { readonly name: string; readonly value: string }[];
  readonly body: { readonly data: string };
  readonly parts: readonly MessagePart[];
}

/** Whatever is odd about a message is left out: it must not keep us from reading all others. */
const partSchema: v.GenericSchema<unknown, MessagePart> = v.fallback(
  v.object({
    mimeType: v.fallback(v.string(), ''),
    filename: v.fallback(v.string(), ''),
    headers: v.fallback(v.array(v.object({ name: v.string(), value: v.string() })), []),
    body: v.fallback(v.object({ data: v.fallback(v.string(), '') }), { data: '' }),
    parts: v.fallback(v.array(v.lazy(() => partSchema)), []),
  }),
  { mimeType: '', filename: '', headers: [], body: { data: '' }, parts: [] },
);

export const fullMessageSchema = v.object({ id, payload: v.optional(partSchema, {}) });

export const historySchema = v.object({
  history: v.optional(
    v.array(
      v.object({
        id,
        messagesAdded: v.optional(
          v.array(
            v.object({ message: v.object({ id, labelIds: v.optional(v.array(v.string()), []) }) }),
          ),
          [],
        ),
      }),
    ),
    [],
  ),
  historyId: id,
  nextPageToken: v.optional(v.string()),
});
