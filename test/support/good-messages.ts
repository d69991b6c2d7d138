import { DEFAULT_SEQUENCE_SETTINGS } from '@/lib/domain/sequence/settings';
import type { MessageName } from '@/lib/rpc/protocol';

/** What a message of each kind carries when it is right. */
const person = { name: 'Ada', emails: ['ada@example.com'] };
const choices = { person, sequenceId: 's', senderId: 'm', accepted: [] };
export const goodMessages: Readonly<Record<MessageName, unknown>> = {
  'page.recognized': { site: 'gmail' },
  'page.drifted': { site: 'gmail', missing: ['name'] },
  'options.open': { section: 'mailbox' },
  'contact.status': { people: [person] },
  'enrollment.preview': { person },
  'enrollment.enroll': choices,
  'enrollment.undo': { enrollmentId: 'e' },
  'enrollment.unenroll': { enrollmentId: 'e' },
  'enrollment.pause': { enrollmentId: 'e' },
  'enrollment.resume': { enrollmentId: 'e' },
  'enrollment.restore': { enrollmentId: 'e' },
  'bulk.preview': { people: [person], choices: {} },
  'bulk.start': { people: [person], choices: { sequenceId: 's', senderId: 'm' } },
  'bulk.change': { action: 'pause', enrollmentIds: ['e'] },
  'bulk.status': { runId: 'r' },
  'bulk.cancel': { runId: 'r' },
  'bulk.recall': {},
  'bulk.forget': {},
  'bulk.restore': { runId: 'r' },
  'sequence.save': {
    name: 'Introduction',
    steps: [],
    settings: DEFAULT_SEQUENCE_SETTINGS,
    access: { kind: 'private' },
  },
  'sequence.duplicate': { id: 's', name: 'Again' },
  'sequence.change': { id: 's', action: 'delete' },
  'sender.save': { senderId: 'm', adminLimit: null },
  'suppression.add': { entries: ['@example.com'], reason: 'blocked' },
  'suppression.remove': { address: '@example.com' },
  'calendar.save': { calendars: [{ id: 'PL', days: [], until: '2027-12-31' }] },
  'mailbox.connect': { kind: 'gmail', zone: 'Europe/Warsaw' },
  'mailbox.disconnect': { senderId: 'm' },
  'engine.nudge': {},
  'settings.save': { undoSeconds: 5 },
};
