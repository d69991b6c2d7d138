import { EMPTY_CALENDAR } from '@/lib/domain/schedule/calendar';
import type { OptionsDeps } from '@/lib/options/model';
import type { Place, Route } from '@/lib/options/route';
import type { TabMemory } from '@/lib/platform/tab-memory';
import type { Rpc } from '@/lib/rpc/client';

type Answers = { readonly [Name in keyof Rpc]?: Rpc[Name] };

/** A worker that answers what it is told to, nothing otherwise, and remembers what it was asked. */
export function fakeRpc(answers: Answers = {}) {
  const calls: [string, unknown][] = [];
  const known: Readonly<Record<string, unknown>> = answers;
  const rpc = new Proxy({} as Rpc, {
    get: (_target, name) => async (input: unknown) => {
      calls.push([String(name), input]);
      const answer = known[String(name)];
      return typeof answer === 'function' ? answer(input) : undefined;
    },
  });
  return { rpc, calls };
}

/** A tab's memory that a reload can be played with. */
export function fakeMemory(): TabMemory & { readonly kept: Map<string, unknown> } {
  const kept = new Map<string, unknown>();
  return {
    kept,
    read: (key) => kept.get(key),
    write: (key, value) => void kept.set(key, structuredClone(value)),
    forget: (key) => void kept.delete(key),
  };
}

/** The address bar. */
export function fakeRoute(first?: Place) {
  let place = first;
  const handlers = new Set<() => void>();
  const holders = new Set<() => boolean>();
  const route: Route = {
    current: () => place,
    go: (next) => {
      place = next;
      for (const handler of handlers) handler();
    },
    keep: (next) => {
      place = next;
    },
    onChange: (handler, signal) => {
      handlers.add(handler);
      signal.addEventListener('abort', () => handlers.delete(handler));
    },
    holdWhile: (isHeld, signal) => {
      holders.add(isHeld);
      signal.addEventListener('abort', () => holders.delete(isHeld));
    },
  };
  const isHeld = () => [...holders].some((holds) => holds());
  return { ...route, handlers, holders, isHeld };
}

type Reading = Pick<
  OptionsDeps,
  | 'readRows'
  | 'readJournal'
  | 'readSequences'
  | 'readSequence'
  | 'readSenders'
  | 'searchContacts'
  | 'readCalendar'
  | 'readCalendars'
  | 'readSuppressions'
  | 'readTasks'
  | 'readOutbox'
  | 'readAsks'
  | 'notify'
  | 'readWorkflows'
  | 'readWorkflowRuns'
  | 'readWorkflowJournal'
  | 'readContactRuns'
  | 'readWorkflow'
  | 'readWorkflowFacts'
  | 'readPropertyNames'
>;

/** A database in which nothing is yet. */
export function anEmptyOptionsStore(): Reading {
  return {
    readRows: async () => [],
    readJournal: async () => [],
    readSequences: async () => [],
    readSequence: async () => undefined,
    readSenders: async () => [],
    searchContacts: async () => [],
    readCalendar: async () => EMPTY_CALENDAR,
    readCalendars: async () => ({ own: [], countries: [] }),
    readTasks: async () => [],
    readOutbox: async () => ({ lines: [], parked: [], hasMore: false, hasMoreParked: false }),
    readAsks: async () => [],
    notify: { isGranted: async () => false, request: async () => true },
    readWorkflows: async () => [],
    readWorkflowRuns: async () => [],
    readWorkflowJournal: async () => [],
    readContactRuns: async () => [],
    readWorkflow: async () => undefined,
    readWorkflowFacts: async () => ({ sequences: new Map(), senders: [], others: [] }),
    readPropertyNames: async () => [],
    readSuppressions: async () => ({ rows: [], hasMore: false }),
  };
}
