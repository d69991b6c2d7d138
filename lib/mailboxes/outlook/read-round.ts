import type * as v from 'valibot';
import type { MailboxResult } from '@/lib/mailboxes/mailbox';
import type { Instant } from '@/lib/time/instant';
import { expectedOf, type GraphAccess, type GraphResult, graphRequest } from './graph-request';
import { deltaSchema } from './graph-schema';
import type { Place } from './place';
import type { Filed } from './read-heads';

const PAGE = 50;

/** What one stretch of reading brought. */
export interface Stretch {
  readonly place: Place;
  readonly filed: readonly Filed[];
  /** Graph had forgotten a folder's place, and its recent mail was listed in full. */
  readonly resynced: boolean;
}

/**
 * Reads what is new in the folders that are pending, until there is enough for one call.
 *
 * @param since mail that arrived before is old, also when somebody moves it to another folder
 */
export async function readRound(
  access: GraphAccess,
  start: Place,
  since: Instant,
  signal: AbortSignal,
): Promise<MailboxResult<Stretch>> {
  const filed = new Map<string, Filed>();
  let place = start;
  let resynced = false;
  while (place.pending.length > 0 && filed.size < PAGE) {
    const [id = ''] = place.pending;
    const link = place.folders.find((folder) => folder.id === id)?.link ?? '';
    const page = await readPage(access, { id, link, since }, signal);
    if (page.kind === 'stateLost' && link !== '') {
      resynced = true;
      place = moved(place, id, '', { goesOn: true });
      continue;
    }
    if (page.kind === 'notFound') {
      // The rep deleted the folder; its mail is in another one now.
      place = moved(place, id, '', { goesOn: false });
      continue;
    }
    const known = expectedOf(page);
    if (known.kind !== 'ok') return known;
    const { value, '@odata.nextLink': next, '@odata.deltaLink': delta } = known.value;
    const role = place.roles[id];
    for (const item of value) {
      const isGone = '@removed' in item || item.isDraft;
      if (isGone || (item.receivedDateTime ?? since) < since) continue;
      const junk = role === 'junkemail' || role === 'deleteditems';
      filed.set(item.id, { id: item.id, own: role === 'sentitems', junk });
    }
    place = moved(place, id, next ?? delta ?? '', { goesOn: next !== undefined });
  }
  return { kind: 'ok', value: { place, filed: [...filed.values()], resynced } };
}

function moved(
  place: Place,
  id: string,
  link: string,
  { goesOn }: { readonly goesOn: boolean },
): Place {
  return {
    ...place,
    folders: place.folders.map((folder) => (folder.id === id ? { ...folder, link } : folder)),
    pending: goesOn ? place.pending : place.pending.filter((one) => one !== id),
  };
}

function readPage(
  access: GraphAccess,
  { id, link, since }: { readonly id: string; readonly link: string; readonly since: Instant },
  signal: AbortSignal,
): Promise<GraphResult<v.InferOutput<typeof deltaSchema>>> {
  const begin = {
    changeType: 'created',
    $select: 'isDraft,receivedDateTime',
    $filter: `receivedDateTime ge ${new Date(since).toISOString()}`,
  };
  return graphRequest(
    access,
    {
      path: link === '' ? `/mailFolders/${encodeURIComponent(id)}/messages/delta` : link,
      query: link === '' ? begin : {},
      prefer: `odata.maxpagesize=${PAGE}`,
      answer: deltaSchema,
    },
    signal,
  );
}
