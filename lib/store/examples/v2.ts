import type { Example } from './example';
import { v1 } from './v1';
import { claims, enrollments, limits, outbox, undo } from './v2-enrollments';
import { calendars, senders, sequences, sequenceVersions } from './v2-rules';

/*
 * Frozen: what the database of version 1 becomes, and what only version 2 can hold: a sequence with
 * rules of its own, a contact with a colleague's key, a team mailbox, an undo and a bulk half-way.
 */

const NOW = Date.parse('2026-11-24T08:00:00Z');

const kept = (store: string) => v1[store] ?? [];

const ola = {
  id: 'c-ola',
  name: 'Ola Nowak',
  emails: ['ola@firma.example.com'],
  addressKeys: ['ola@firma.example.com'],
  company: 'Firma',
  properties: { country: 'Poland' },
  refs: [],
  refKeys: [],
  importedAt: Date.parse('2026-11-22T10:00:00Z'),
  engagedAt: Date.parse('2026-11-22T12:00:00Z'),
  createdAt: Date.parse('2026-11-22T10:00:00Z'),
  updatedAt: NOW,
};

const run = { id: 'run-1', state: 'running', total: 2, next: 1, createdAt: NOW };
const choices = {
  sequenceId: 's-offer',
  senderId: 'm-robin',
  startStep: 1,
  placeholders: { 'the product': 'the new engine' },
  accepted: ['zoneKnown'],
  confirmed: 2,
};
const person = (name: string, email: string) => ({ name, emails: [email], properties: {} });

export const v2: Example = {
  meta: [
    ...kept('meta'),
    { key: 'zoneCountries', value: { 'Europe/Warsaw': 'PL', 'Europe/London': 'GB' } },
  ],
  contacts: [...kept('contacts'), ola],
  sequences,
  sequenceVersions,
  enrollments,
  claims,
  outbox,
  limits,
  senders,
  suppression: [
    ...kept('suppression'),
    { address: '@rival.example.com', reason: 'blocked', at: NOW },
  ],
  calendars,
  undo,
  bulkRuns: [{ ...run, action: { kind: 'enroll', choices } }],
  bulkItems: [
    {
      runId: 'run-1',
      index: 0,
      person: person('Ola Nowak', 'ola@firma.example.com'),
      outcome: { kind: 'enrolled', enrollmentId: 'e-ola', firstAt: NOW },
    },
    { runId: 'run-1', index: 1, person: person('Max', 'max@example.com') },
  ],
  secrets: kept('secrets'),
  journal: [
    ...kept('journal'),
    { at: NOW, code: 'bulkStarted', actor: 'person', params: { action: 'enroll', total: 2 } },
  ],
};
