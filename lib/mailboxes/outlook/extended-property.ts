import type { GraphItem } from './graph-schema';

/**
 * Our row's key as a named property of the item. Unlike a header it can be searched for, and it
 * stays with the item when Exchange moves it to Sent Items. The set is this product's own.
 */
export const KEY_PROPERTY = 'String {6f3c7f0e-52c1-4d0e-9b56-0d0f8c1f7a41} Name SequenceOverlayKey';

/** MAPI properties for what Graph has no field for. */
export const IN_REPLY_TO = 'String 0x1042';
export const REFERENCES = 'String 0x1039';
export const LIST_UNSUBSCRIBE = 'String 0x1045';
export const CONVERSATION_INDEX = 'Binary 0x0071';
/** The conversation is told by its index, not by its subject. */
export const INDEX_TRACKING = 'Boolean 0x3016';
export const MESSAGE_CLASS = 'String 0x001A';

/** Asks for these properties along with a message; Graph leaves them out otherwise. */
export function expanding(...ids: readonly string[]): { readonly $expand: string } {
  const named = ids.map((id) => `id eq '${id}'`).join(' or ');
  return { $expand: `singleValueExtendedProperties($filter=${named})` };
}

/** Graph may write the id of a property in other letters than it was asked for. */
export function propertyOf(
  { singleValueExtendedProperties: known }: Pick<GraphItem, 'singleValueExtendedProperties'>,
  id: string,
): string | undefined {
  const canonical = (text: string) => text.toLowerCase().replace(/\b0x0*/, '0x');
  return known.find((one) => canonical(one.id) === canonical(id))?.value;
}
