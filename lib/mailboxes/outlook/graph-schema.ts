import * as v from 'valibot';

// What Graph answers, as far as it is used. Further fields are let through unread.

const id = v.pipe(v.string(), v.minLength(1));
const text = v.fallback(v.nullish(v.string(), ''), '');
const instant = v.pipe(
  v.string(),
  v.transform((written) => Date.parse(written)),
  v.number(),
);

export const nothingSchema = v.unknown();

export const userSchema = v.object({
  displayName: text,
  mail: text,
  userPrincipalName: text,
  proxyAddresses: v.fallback(v.array(v.string()), []),
});

export const folderSchema = v.object({
  id,
  childFolderCount: v.fallback(v.number(), 0),
  totalItemCount: v.fallback(v.number(), 0),
  unreadItemCount: v.fallback(v.number(), 0),
});

export type GraphFolder = v.InferOutput<typeof folderSchema>;

export const folderIdSchema = v.object({ id });

export const folderListSchema = v.object({
  value: v.array(folderSchema),
  '@odata.nextLink': v.optional(v.string()),
});

const propertiesSchema = v.fallback(v.array(v.object({ id: v.string(), value: v.string() })), []);

/** What sending and finding need of a message. */
export const itemSchema = v.object({
  id,
  conversationId: text,
  conversationIndex: text,
  parentFolderId: text,
  internetMessageId: text,
  isDraft: v.fallback(v.boolean(), false),
  singleValueExtendedProperties: propertiesSchema,
});

export type GraphItem = v.InferOutput<typeof itemSchema>;

export const itemListSchema = v.object({ value: v.array(itemSchema) });

const recipientSchema = v.object({ emailAddress: v.object({ name: text, address: text }) });
const recipientsSchema = v.fallback(v.array(recipientSchema), []);

export type GraphRecipient = v.InferOutput<typeof recipientSchema>;

/** What telling messages apart needs. Odd parts are left out: one message must not hide all others. */
export const headSchema = v.object({
  ...itemSchema.entries,
  receivedDateTime: instant,
  subject: text,
  from: v.fallback(v.nullish(recipientSchema), undefined),
  toRecipients: recipientsSchema,
  ccRecipients: recipientsSchema,
  replyTo: recipientsSchema,
  internetMessageHeaders: v.fallback(
    v.array(v.object({ name: v.string(), value: v.string() })),
    [],
  ),
});

export type GraphHead = v.InferOutput<typeof headSchema>;

export const bodySchema = v.object({
  id,
  body: v.fallback(v.object({ contentType: text, content: text }), {
    contentType: 'text',
    content: '',
  }),
});

/** A page of changes ends with where to go on: in this round, or in the next one. */
export const deltaSchema = v.object({
  value: v.array(
    v.object({
      id,
      '@removed': v.optional(v.unknown()),
      isDraft: v.fallback(v.boolean(), false),
      receivedDateTime: v.optional(instant),
    }),
  ),
  '@odata.nextLink': v.optional(v.string()),
  '@odata.deltaLink': v.optional(v.string()),
});
