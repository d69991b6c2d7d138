import type { EnrollmentRow } from '@/lib/rpc/list-views';
import type { EnrolledStatus, Overview, SenderChoice } from '@/lib/rpc/views';
import { DAY } from '@/lib/time/instant';
import { address, contactId, enrollmentId, NOW, senderId, sequenceId, zone } from './builders';

/** What the surfaces are given to show. */
export function aSenderChoice(overrides: Partial<SenderChoice> = {}): SenderChoice {
  return {
    id: senderId('sender-1'),
    address: address('rep@example.com'),
    name: 'Robin Rep',
    addresses: [],
    kind: 'gmail',
    connection: 'connected',
    limit: { limit: 500, used: 38, scheduled: 61 },
    zone: zone('Europe/Warsaw'),
    seat: true,
    shared: false,
    providerLimit: 500,
    away: [],
    perMinute: 10,
    ...overrides,
  };
}

export function anOverview(overrides: Partial<Overview> = {}): Overview {
  return {
    sequences: [{ id: sequenceId('sequence-1'), name: 'Introduction', active: 42, nextAt: NOW }],
    senders: [aSenderChoice()],
    tasks: 0,
    problems: [],
    ...overrides,
  };
}

export function anEnrolledStatus(overrides: Partial<EnrolledStatus> = {}): EnrolledStatus {
  return {
    kind: 'enrolled',
    enrollmentId: enrollmentId('enrollment-1'),
    contactId: contactId('contact-1'),
    contactName: 'Ada Lovelace',
    sequenceName: 'Introduction',
    step: 2,
    steps: 3,
    nextAt: NOW + DAY,
    zone: zone('America/New_York'),
    zoneSource: 'contact',
    ...overrides,
  };
}

export function anEnrollmentRow(overrides: Partial<EnrollmentRow> = {}): EnrollmentRow {
  return {
    enrollmentId: enrollmentId('enrollment-1'),
    contactId: contactId('contact-1'),
    contactName: 'Ada Lovelace',
    to: address('ada@example.com'),
    from: address('rep@example.com'),
    sequenceName: 'Introduction',
    state: 'active',
    step: 2,
    steps: 3,
    nextAt: NOW + DAY,
    zone: zone('America/New_York'),
    zoneSource: 'contact',
    updatedAt: NOW,
    ...overrides,
  };
}
