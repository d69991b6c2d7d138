import { randomUUID } from 'node:crypto';
import { answer, type SiteResponse } from '../exchange.ts';
import { GraphRefusal, graphError } from './graph-error.ts';
import type { GraphMailbox, GraphMessage } from './graph-mailbox.ts';
import { allowOnly, selected, type Wishes } from './graph-query.ts';

/** A round of reading a folder, as it stands between two requests. */
interface Round {
  readonly folder: string;
  readonly query: URLSearchParams;
  readonly since: number;
  /** What is still to be shown in this round. */
  readonly rest: readonly { readonly message: GraphMessage; readonly isGone: boolean }[];
  /** What happened later belongs to the next one. */
  readonly upTo: number;
}

export type GraphDelta = ReturnType<typeof createGraphDelta>;

/** The delta function of messages in a folder. Its links are opaque and can be forgotten. */
export function createGraphDelta(mailbox: GraphMailbox) {
  const rounds = new Map<string, Round>();

  function begin(folder: string, query: URLSearchParams): Round {
    allowOnly(query, ['changeType', '$select', '$filter']);
    const type = query.get('changeType');
    if (type !== null && type !== 'created') throw new GraphRefusal(400, 'BadRequest');
    const filter = query.get('$filter');
    const [, from] = /^receivedDateTime ge (\S+Z)$/.exec(filter ?? '') ?? [];
    if (filter !== null && from === undefined) throw new GraphRefusal(400, 'ErrorInvalidUrlQuery');
    const since = from === undefined ? 0 : Date.parse(from);
    // The first round shows everything, whatever kind of change is asked for later.
    const inside = mailbox.messages.filter((one) => one.folder === folder);
    return {
      folder,
      query,
      since,
      rest: inside.map((message) => ({ message, isGone: false })),
      upTo: mailbox.changes.length,
    };
  }

  /** What happened in the folder since the round before. */
  function next(before: Round): Round {
    const onlyCreated = before.query.get('changeType') === 'created';
    const news = mailbox.changes
      .slice(before.upTo)
      .filter(
        ({ folder, type }) => folder === before.folder && (!onlyCreated || type === 'created'),
      )
      .map(({ message, type }) => ({ message, isGone: type === 'deleted' }));
    return { ...before, rest: news, upTo: mailbox.changes.length };
  }

  return {
    forget: () => rounds.clear(),
    answer(folder: string, query: URLSearchParams, wishes: Wishes): SiteResponse {
      const skip = query.get('$skiptoken');
      const delta = query.get('$deltatoken');
      const token = skip ?? delta;
      if (token !== null) allowOnly(query, ['$skiptoken', '$deltatoken']);
      const known = token === null ? undefined : rounds.get(token);
      if (token !== null && known === undefined) return graphError(410, 'SyncStateNotFound');
      const round =
        known === undefined ? begin(folder, query) : skip === null ? next(known) : known;
      const wanted = round.rest.filter(
        ({ message, isGone }) => isGone || Date.parse(message.receivedDateTime) >= round.since,
      );
      const page = wanted.slice(0, wishes.pageSize);
      const rest = wanted.slice(wishes.pageSize);
      const name = randomUUID();
      rounds.set(name, { ...round, rest });
      const link = `https://graph.microsoft.com/v1.0/me/mailFolders('${folder}')/messages/delta`;
      return answer(200, {
        value: page.map(({ message, isGone }) => {
          const id = wishes.stableIds ? message.immutableId : message.mutableId;
          return isGone
            ? { id, '@removed': { reason: 'deleted' } }
            : selected(message, round.query, wishes);
        }),
        ...(rest.length > 0
          ? { '@odata.nextLink': `${link}?$skiptoken=${name}` }
          : { '@odata.deltaLink': `${link}?$deltatoken=${name}` }),
      });
    },
  };
}
