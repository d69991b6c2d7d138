import type { Person } from '@/lib/domain/contact/person';
import type { Check, CheckCode } from '@/lib/domain/enrollment/check';
import type { OverlayRpc } from '@/lib/overlay/model';
import type { EnrolledStatus, EnrollmentPreview } from '@/lib/rpc/views';
import {
  address,
  contactId,
  enrollmentId,
  NOW,
  senderId,
  sequenceId,
  stepId,
  zone,
} from './builders';

export function aPerson(overrides: Partial<Person> = {}): Person {
  return { name: 'Ada Lovelace', emails: ['ada@example.com'], properties: {}, ...overrides };
}

export function anEnrolledStatus(overrides: Partial<EnrolledStatus> = {}): EnrolledStatus {
  return {
    kind: 'enrolled',
    enrollmentId: enrollmentId('enrollment-1'),
    contactId: contactId('contact-1'),
    contactName: 'Ada Lovelace',
    sequenceName: 'Introduction',
    step: 1,
    steps: 3,
    nextAt: NOW,
    zone: zone('America/New_York'),
    zoneSource: 'contact',
    undoUntil: NOW + 10_000,
    ...overrides,
  };
}

export function aCheck(code: CheckCode, overrides: Partial<Check> = {}): Check {
  return { code, result: 'pass', params: {}, overridable: false, ...overrides };
}

/** Two sequences, one mailbox with an alias, nothing in the way. */
export function aPreview(overrides: Partial<EnrollmentPreview> = {}): EnrollmentPreview {
  const rep = { address: address('rep@example.com'), name: 'Robin Rep', isDefault: true };
  const alias = { address: address('sales@example.com'), name: '', isDefault: false };
  return {
    sequences: [
      { id: sequenceId('sequence-1'), name: 'Introduction', steps: 3, lastUsedAt: NOW },
      { id: sequenceId('sequence-2'), name: 'Cold outreach', steps: 1 },
    ],
    senders: [
      {
        id: senderId('sender-1'),
        address: rep.address,
        name: rep.name,
        addresses: [rep, alias],
        kind: 'gmail',
        connection: 'connected',
        limit: { limit: 500, used: 38, scheduled: 12 },
        zone: zone('Europe/Warsaw'),
        seat: true,
        shared: false,
        providerLimit: 500,
        away: [],
        perMinute: 10,
      },
    ],
    sequenceId: sequenceId('sequence-1'),
    senderId: senderId('sender-1'),
    from: rep.address,
    to: address('ada@example.com'),
    recipients: [address('ada@example.com')],
    placeholders: [],
    ownerProperties: [],
    offers: [],
    startStep: 1,
    zone: zone('Europe/Warsaw'),
    zoneSource: 'sender',
    plan: [
      { stepId: stepId('step-1'), number: 1, kind: 'automatedEmail', subject: 'Hello', at: NOW },
    ],
    email: { stepId: stepId('step-1'), subject: 'Hello Ada', body: 'Hi Ada,' },
    checks: [
      aCheck('hasAddress'),
      aCheck('zoneKnown', {
        result: 'warn',
        reason: 'sender',
        params: { zone: 'Europe/Warsaw' },
        overridable: true,
      }),
    ],
    allowed: true,
    undoSeconds: 10,
    status: { kind: 'free' },
    ...overrides,
  };
}

/** A worker that enrolls whoever it is asked to; a test replaces what it is about. */
export function aWorker(overrides: Partial<OverlayRpc> = {}): OverlayRpc {
  return {
    'contact.status': async ({ people }) => people.map(() => ({ kind: 'free' }) as const),
    'enrollment.preview': async () => aPreview(),
    'enrollment.enroll': async () => ({ kind: 'enrolled', status: anEnrolledStatus() }),
    'enrollment.undo': async () => ({ kind: 'unenrolled', sequenceName: 'Introduction' }),
    'enrollment.unenroll': async () => ({
      kind: 'unenrolled',
      sequenceName: 'Introduction',
      undoUntil: NOW + 10_000,
    }),
    'enrollment.pause': async () => ({ kind: 'paused', undoUntil: NOW + 10_000 }),
    'enrollment.resume': async () => ({
      kind: 'resumed',
      nextAt: NOW + 3_600_000,
      subject: 'Still there?',
      zone: zone('America/New_York'),
      undoUntil: NOW + 10_000,
    }),
    'enrollment.skip': async () => ({ kind: 'skipped', undoUntil: NOW + 10_000 }),
    'enrollment.restore': async () => ({ kind: 'restored', status: anEnrolledStatus() }),
    'options.open': async () => undefined,
    'page.drifted': async () => undefined,
    'page.visited': async () => undefined,
    ...overrides,
  };
}
