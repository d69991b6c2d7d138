import type { MailboxResult } from '@/lib/mailboxes/mailbox';
import type { GraphAccess } from './graph-request';
import type { GraphFolder } from './graph-schema';
import { listFolders, readRoles } from './list-folders';
import type { FolderPlace, Place, Role } from './place';

/** Read every time, whatever their counts say. */
const ALWAYS: ReadonlySet<Role | undefined> = new Set(['inbox', 'junkemail', 'sentitems']);
/** Neither is mail: a draft has not left, and what leaves is in Sent Items a moment later. */
const NEVER: ReadonlySet<Role | undefined> = new Set(['drafts', 'outbox']);
/** Of the quiet folders this many are read as well, in turns: counts can hide a change. */
const TURNS = 2;

export const NOWHERE: Place = { v: 1, roles: {}, folders: [], pending: [], turn: 0 };

/** Looks which folders there are and which of them have to be read in this round. */
export async function startRound(
  access: GraphAccess,
  place: Place,
  signal: AbortSignal,
): Promise<MailboxResult<Place>> {
  const isKnown = Object.keys(place.roles).length > 0;
  const roles = isKnown
    ? ({ kind: 'ok', value: place.roles } as const)
    : await readRoles(access, signal);
  if (roles.kind !== 'ok') return roles;
  const listed = await listFolders(access, signal);
  if (listed.kind !== 'ok') return listed;
  const mail = listed.value.filter(({ id }) => !NEVER.has(roles.value[id]));
  return { kind: 'ok', value: nextRound({ ...place, roles: roles.value }, mail) };
}

function nextRound(place: Place, listed: readonly GraphFolder[]): Place {
  const known = new Map(place.folders.map((folder) => [folder.id, folder]));
  const folders = listed.map((folder): FolderPlace => {
    const counts = `${folder.totalItemCount}/${folder.unreadItemCount}`;
    return { id: folder.id, counts, link: known.get(folder.id)?.link ?? '' };
  });
  const isBusy = ({ id, counts, link }: FolderPlace) =>
    ALWAYS.has(place.roles[id]) || link === '' || known.get(id)?.counts !== counts;
  const quiet = folders.filter((folder) => !isBusy(folder));
  const inTurn = quiet.filter(
    (_, index) => (index - place.turn + 2 * quiet.length) % quiet.length < TURNS,
  );
  return {
    ...place,
    folders,
    pending: folders.filter((one) => isBusy(one) || inTurn.includes(one)).map(({ id }) => id),
    turn: quiet.length === 0 ? 0 : (place.turn + TURNS) % quiet.length,
  };
}
