import * as v from 'valibot';

/** The folders whose meaning matters, by the names that Graph knows them by in any language. */
export const ROLES = [
  'inbox',
  'junkemail',
  'sentitems',
  'deleteditems',
  'drafts',
  'outbox',
] as const;

export type Role = (typeof ROLES)[number];

const folderPlaceSchema = v.object({
  id: v.string(),
  /** How many messages it held, and how many unread, when it was last looked at. */
  counts: v.string(),
  /** Where Graph's list of changes goes on; empty before the first read. */
  link: v.string(),
});

const placeSchema = v.object({
  v: v.literal(1),
  roles: v.record(v.string(), v.picklist(ROLES)),
  folders: v.array(folderPlaceSchema),
  /** Folders that this round has yet to read, by id. */
  pending: v.array(v.string()),
  /** Whose turn it is among the folders in which nothing seems to have happened. */
  turn: v.number(),
});

/** How far a mailbox was read. Travels inside the cursor, so that a restart goes on. */
export type Place = v.InferOutput<typeof placeSchema>;

export type FolderPlace = v.InferOutput<typeof folderPlaceSchema>;

/** `undefined` for what is no cursor of ours. */
export function parsePlace(cursor: string): Place | undefined {
  try {
    const parsed = v.safeParse(placeSchema, JSON.parse(cursor));
    return parsed.success ? parsed.output : undefined;
  } catch {
    return undefined;
  }
}

export function writePlace(place: Place): string {
  return JSON.stringify(place);
}
