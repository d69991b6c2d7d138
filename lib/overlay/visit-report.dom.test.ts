import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Rpc } from '@/lib/rpc/client';
import type { PageIdentity } from '@/lib/sites/adapter';
import { aPerson } from '@/test/support/overlay-builders';
import { createVisitReport } from './visit-report';

const RECORD: PageIdentity = { kind: 'record', key: 'contact-1', account: '1' };
const GRACE = aPerson({ name: 'Grace Hopper', emails: ['grace@example.com'] });

let life: AbortController;
beforeEach(() => {
  vi.useFakeTimers();
  life = new AbortController();
  window.location.href = 'https://app.example.com/contacts/1?token=secret#part';
});
afterEach(() => {
  life.abort();
  vi.useRealTimers();
});

function start() {
  const visits: Parameters<Rpc['page.visited']>[0][] = [];
  const rpc: Pick<Rpc, 'page.visited'> = {
    'page.visited': async (visit) => void visits.push(visit),
  };
  const report = createVisitReport(rpc, { site: 'hubspot', document, signal: life.signal });
  return { report, visits };
}

test('a record that stays open is one visit, however often it is read', () => {
  const { report, visits } = start();

  report.note(RECORD, [aPerson({ emails: [] })]);
  vi.advanceTimersByTime(1_500);
  report.note(RECORD, [aPerson()]);
  vi.advanceTimersByTime(1_500);
  expect(visits).toEqual([]);
  vi.advanceTimersByTime(1_500);
  report.note(RECORD, [aPerson({ company: 'Analytical Engines' })]);
  vi.advanceTimersByTime(60_000);

  expect(visits).toEqual([
    { person: aPerson(), site: 'hubspot', url: 'app.example.com/contacts/1' },
  ]);
});

test('a page that never stops changing is visited all the same', () => {
  const { report, visits } = start();

  for (let reading = 0; reading < 10; reading += 1) {
    report.note(RECORD, [aPerson()]);
    vi.advanceTimersByTime(500);
  }

  expect(visits).toHaveLength(1);
});

test('who passes by has not visited; who comes back has visited again', () => {
  const { report, visits } = start();

  report.note(RECORD, [aPerson()]);
  vi.advanceTimersByTime(1_000);
  report.leave();
  vi.advanceTimersByTime(60_000);
  expect(visits).toEqual([]);

  for (let visit = 0; visit < 2; visit += 1) {
    report.note({ ...RECORD, key: 'contact-2' }, [GRACE]);
    vi.advanceTimersByTime(2_000);
    report.leave();
  }

  expect(visits.map(({ person }) => person.name)).toEqual(['Grace Hopper', 'Grace Hopper']);
});

test.each([
  ['a list', { ...RECORD, kind: 'list' }, [aPerson()]],
  ['any page that names somebody', { ...RECORD, kind: 'page' }, [aPerson()]],
  ['a conversation of two', { ...RECORD, kind: 'thread' }, [aPerson(), GRACE]],
  ['a record that shows nobody', RECORD, []],
] as const)("%s is nobody's visit", (_what, page, people) => {
  const { report, visits } = start();

  report.note(page, people);
  vi.advanceTimersByTime(60_000);

  expect(visits).toEqual([]);
});

test('somebody who disappears before the rep has stayed was not visited', () => {
  const { report, visits } = start();

  report.note(RECORD, [aPerson()]);
  report.note(RECORD, []);
  vi.advanceTimersByTime(60_000);

  expect(visits).toEqual([]);
});

test('nothing is told after the end', () => {
  const { report, visits } = start();

  report.note(RECORD, [aPerson()]);
  life.abort();
  vi.advanceTimersByTime(60_000);

  expect(visits).toEqual([]);
});
