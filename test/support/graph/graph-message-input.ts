import * as v from 'valibot';
import { GraphRefusal } from './graph-error.ts';

const recipientSchema = v.strictObject({
  emailAddress: v.strictObject({
    name: v.optional(v.string(), ''),
    address: v.pipe(v.string(), v.regex(/^[^@\s]+@[^@\s]+$/)),
  }),
});

/** What Graph's documentation calls a property of a message that may be written, as far as used. */
const messageSchema = v.strictObject({
  subject: v.optional(v.pipe(v.string(), v.maxLength(255)), ''),
  body: v.strictObject({ contentType: v.picklist(['text', 'html']), content: v.string() }),
  from: v.optional(recipientSchema),
  toRecipients: v.optional(v.array(recipientSchema), []),
  replyTo: v.optional(v.array(recipientSchema), []),
  internetMessageHeaders: v.optional(
    v.array(v.strictObject({ name: v.string(), value: v.string() })),
    [],
  ),
  singleValueExtendedProperties: v.optional(
    v.array(v.strictObject({ id: v.string(), value: v.string() })),
    [],
  ),
});

/** `{type} {proptag}`, or `{type} {guid} Name {name}`. */
const PROPERTY =
  /^(?:String|Binary|Boolean|Integer) (?:0x[0-9A-Fa-f]{1,8}|\{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\} Name \S+)$/;
const MOST_HEADERS = 5;

/** Reads a draft as Graph does: what it does not know is refused, not passed over. */
export function readMessageInput(contentType: string, text: string) {
  if (!/^application\/json\b/.test(contentType))
    throw new GraphRefusal(415, 'UnsupportedMediaType');
  const parsed = v.safeParse(messageSchema, parseJson(text));
  if (!parsed.success) throw new GraphRefusal(400, 'RequestBodyRead');
  const { internetMessageHeaders: headers, singleValueExtendedProperties: properties } =
    parsed.output;
  const isOwn = headers.every(
    ({ name, value }) => /^x-[\w-]+$/i.test(name) && /^[\x20-\x7e]*$/.test(value),
  );
  if (!isOwn || headers.length > MOST_HEADERS) {
    throw new GraphRefusal(400, 'InvalidInternetMessageHeader');
  }
  if (!properties.every(({ id }) => PROPERTY.test(id))) {
    throw new GraphRefusal(400, 'ErrorInvalidExtendedProperty');
  }
  return parsed.output;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new GraphRefusal(400, 'BadRequest');
  }
}
