import * as v from 'valibot';
import type { Contact } from '@/lib/domain/contact/contact';
import { emailAddressSchema } from '@/lib/domain/contact/email-address';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import type { Facts } from '@/lib/domain/enrollment/facts';
import type { OutboxRow } from '@/lib/domain/enrollment/outbox-row';
import type { EnrollRequest } from '@/lib/domain/enrollment/request';
import {
  contactIdSchema,
  enrollmentIdSchema,
  type Ids,
  senderIdSchema,
  sequenceIdSchema,
  stepIdSchema,
} from '@/lib/domain/ids';
import { EMPTY_CALENDAR } from '@/lib/domain/schedule/calendar';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import { DEFAULT_SEQUENCE_SETTINGS, type SequenceSettings } from '@/lib/domain/sequence/settings';
import type { AutomatedEmail, TaskStep } from '@/lib/domain/sequence/step';
import { zoneSchema } from '@/lib/time/zone';

type PlainTask<Kind extends TaskStep['kind']> = Extract<TaskStep, { kind: Kind }>;

/** A Tuesday, 09:00 in Warsaw, far from any change of the clock. */
export const NOW = Date.parse('2026-11-24T08:00:00Z');

export const address = (text: string) => v.parse(emailAddressSchema, text);
export const zone = (text: string) => v.parse(zoneSchema, text);
export const contactId = (text: string) => v.parse(contactIdSchema, text);
export const sequenceId = (text: string) => v.parse(sequenceIdSchema, text);
export const stepId = (text: string) => v.parse(stepIdSchema, text);
export const senderId = (text: string) => v.parse(senderIdSchema, text);
export const enrollmentId = (text: string) => v.parse(enrollmentIdSchema, text);

/** Sends at any hour of any day, so that only tests about hours and days have to think of them. */
const ALWAYS: SequenceSettings = {
  ...DEFAULT_SEQUENCE_SETTINGS,
  days: 'everyDay',
  window: { start: 0, end: 1_440 },
  unsubscribe: false,
};

/** Ids in order: `id-1`, `id-2`, … */
export function countingIds(): Ids {
  let count = 0;
  return { next: () => `id-${++count}` };
}

export function aContact(overrides: Partial<Contact> = {}): Contact {
  return {
    id: contactId('contact-1'),
    name: 'Ada Lovelace',
    emails: [address('ada@example.com')],
    company: 'Analytical Engines',
    zone: zone('America/New_York'),
    properties: {},
    refs: [],
    createdAt: NOW,
    updatedAt: NOW,
    ...overrides,
  };
}

export function anEmailStep(overrides: Partial<AutomatedEmail> = {}): AutomatedEmail {
  return {
    id: stepId('step-1'),
    kind: 'automatedEmail',
    delay: { days: 0, minutes: 0 },
    subject: 'A question, {{contact.first_name|hello}}',
    body: 'Hi {{contact.first_name|there}},\n\na question.\n\n{{sender.name}}',
    ...overrides,
  };
}

export function aCallStep(overrides: Partial<PlainTask<'callTask'>> = {}): PlainTask<'callTask'> {
  return {
    id: stepId('call'),
    kind: 'callTask',
    delay: { days: 0, minutes: 0 },
    title: 'Call {{contact.first_name|them}}',
    note: 'About {{company.name|the engine}}',
    priority: 'high',
    dueInDays: 0,
    hold: false,
    ...overrides,
  };
}

/** Three emails, three and four days apart. */
export function aSequence(overrides: Partial<Sequence> = {}): Sequence {
  return {
    id: sequenceId('sequence-1'),
    version: 1,
    name: 'Introduction',
    steps: [
      anEmailStep(),
      anEmailStep({ id: stepId('step-2'), delay: { days: 3, minutes: 0 }, body: 'Still there?' }),
      anEmailStep({ id: stepId('step-3'), delay: { days: 4, minutes: 0 }, body: 'Last one.' }),
    ],
    settings: ALWAYS,
    access: { kind: 'everyone' },
    owner: 'local',
    state: 'active',
    createdAt: NOW,
    ...overrides,
  };
}

export function aSender(overrides: Partial<Sender> = {}): Sender {
  return {
    id: senderId('sender-1'),
    kind: 'gmail',
    address: address('rep@example.com'),
    name: 'Robin Rep',
    addresses: [{ address: address('rep@example.com'), name: 'Robin Rep', isDefault: true }],
    zone: zone('Europe/Warsaw'),
    connection: 'connected',
    seat: true,
    shared: false,
    dailyLimit: 1_000,
    perMinute: 10,
    away: [],
    cursor: '1',
    connectedAt: NOW,
    ...overrides,
  };
}

export function anEnrollment(overrides: Partial<Enrollment> = {}): Enrollment {
  return {
    id: enrollmentId('enrollment-1'),
    contactId: contactId('contact-1'),
    sequenceId: sequenceId('sequence-1'),
    sequenceVersion: 1,
    senderId: senderId('sender-1'),
    from: address('rep@example.com'),
    to: address('ada@example.com'),
    zone: zone('America/New_York'),
    zoneSource: 'contact',
    origin: 'manual',
    state: { kind: 'scheduled' },
    clockMinute: 3 * 60,
    placeholders: {},
    nextStep: 0,
    nextAt: NOW,
    edited: [],
    createdAt: NOW,
    updatedAt: NOW,
    ...overrides,
  };
}

/** The first email of {@link anEnrollment}, due now. */
export function anOutboxRow(overrides: Partial<OutboxRow> = {}): OutboxRow {
  return {
    key: 'enrollment-1:step-1:0',
    enrollmentId: enrollmentId('enrollment-1'),
    contactId: contactId('contact-1'),
    senderId: senderId('sender-1'),
    stepId: stepId('step-1'),
    stepIndex: 0,
    dueAt: NOW,
    effect: 'email',
    state: 'due',
    attempts: 0,
    ...overrides,
  };
}

export function aRequest(overrides: Partial<EnrollRequest> = {}): EnrollRequest {
  return {
    origin: 'manual',
    contact: aContact(),
    startStep: 0,
    senderType: { kind: 'specific' },
    placeholders: {},
    batch: { size: 1 },
    allowColdLeads: false,
    accepted: [],
    holdMs: 10_000,
    ...overrides,
  };
}

/** Nothing stands against enrolling. */
export function goodFacts(overrides: Partial<Facts> = {}): Facts {
  return {
    sequence: aSequence(),
    sender: aSender(),
    sequencePaused: false,
    anySender: true,
    user: { keys: new Set(['local', 'rep@example.com']), teams: new Set() },
    buckets: [],
    held: undefined,
    ended: [],
    colleague: undefined,
    calendar: EMPTY_CALENDAR,
    rules: { coolOffDays: 30, coldLeadDays: 30 },
    ownAddresses: new Set(['rep@example.com']),
    suppression: undefined,
    ...overrides,
  };
}
