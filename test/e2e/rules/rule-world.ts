import { CHECK_CODES } from '../../../lib/domain/enrollment/check.ts';
import { askWorker } from '../../support/ask-worker.ts';
import type { AtWork } from '../../support/at-work.ts';
import { addContacts } from '../../support/more-contacts.ts';
import { emailStep, type SequenceOptions, saveSequence } from '../../support/save-sequence.ts';
import { type StoredRows, storedRows } from '../../support/seed-store.ts';
import { until } from '../../support/until.ts';
import { REP } from '../../support/world.ts';
import { personOf, RULE_CONTACTS, type RuleContact } from './contacts.ts';
import { addSenders } from './senders.ts';

/** A rep at work in a company where every rule has something to say. */
export interface RuleWorld {
  readonly work: AtWork;
  readonly rows: StoredRows;
  /** The rep's own, real mailbox. */
  readonly senderId: string;
  /** By their names. */
  readonly sequences: ReadonlyMap<string, string>;
  readonly enroll: (record: RuleContact, sequence: string) => Promise<string>;
  /** Open pages read again what was changed behind the worker's back. */
  readonly tellPages: () => Promise<void>;
}

/** Everything that cases only look at; each adds what it changes. */
export async function makeRules(work: AtWork): Promise<RuleWorld> {
  const { page } = work.options;
  const rows = storedRows(page);
  await addContacts(work.browser.context, RULE_CONTACTS);
  const [own] = await rows.all('senders');
  if (own === undefined) throw new Error(`${REP.email} is not connected`);
  const sequences = await addSequences(work);
  const world: RuleWorld = {
    work,
    rows,
    senderId: own.id,
    sequences,
    enroll: async (record, sequence) => {
      const outcome = await askWorker(page, 'enrollment.enroll', {
        person: personOf(record),
        sequenceId: sequences.get(sequence) ?? '',
        senderId: own.id,
        accepted: [...CHECK_CODES],
      });
      if (outcome.kind !== 'enrolled') throw new Error(`not enrolled: ${JSON.stringify(outcome)}`);
      return outcome.status.enrollmentId;
    },
    tellPages: () => askWorker(page, 'settings.save', {}),
  };
  await addSenders(page, rows, own);
  await addPast(world);
  await addForbidden(work);
  await until(
    () => rows.all('meta'),
    (meta) => meta.some(({ key }) => key === 'zoneCountries'),
  );
  return world;
}

async function addSequences({ options: { page } }: AtWork): Promise<ReadonlyMap<string, string>> {
  const drafts: Readonly<Record<string, SequenceOptions>> = {
    'Any time': {},
    'No emails': { steps: [] },
    Standstill: {},
    'Goes to the archive': {},
    'Goes for good': {},
    'Goes private': {},
    'Names the company': { steps: [emailStep('How is {{contact.company}}?')] },
    'Asks why': { steps: [emailStep('{{placeholder:why now}}')] },
    Colleagues: { settings: { sameCompany: 'warn' } },
    'Cools off': { settings: { coolOffDays: 60 } },
    'Never now': { settings: { window: otherHours() } },
    'On weekdays': { settings: { window: otherHours(), days: 'weekdays' } },
    'On business days': { settings: { window: otherHours(), days: 'businessDays' } },
  };
  const ids = new Map<string, string>();
  for (const [name, draft] of Object.entries(drafts)) {
    ids.set(name, await saveSequence(page, { name, ...draft }));
  }
  const id = ids.get('Standstill') ?? '';
  await askWorker(page, 'sequence.change', { id, action: 'pause' });
  return ids;
}

/** Hours of the day in which it is not now, in the zone of the contacts. */
function otherHours() {
  const hour = Temporal.Now.zonedDateTimeISO('Europe/Warsaw').hour;
  const start = hour < 12 ? 18 : 6;
  return { start: start * 60, end: (start + 1) * 60 };
}

/** Somebody at a company who is enrolled, two who were, and one who came by an import. */
async function addPast({ enroll, work, rows }: RuleWorld): Promise<void> {
  const { page } = work.options;
  await enroll(113, 'Colleagues');
  for (const [record, sequence] of [
    [109, 'Cools off'],
    [110, 'Any time'],
    [111, 'Any time'],
  ] as const) {
    const enrollmentId = await enroll(record, sequence);
    const outcome = record === 111 ? 'enrollment.undo' : 'enrollment.unenroll';
    await askWorker(page, outcome, { enrollmentId });
  }
  const DAY = 86_400_000;
  await rows.change('enrollments', (row) =>
    row.state.kind === 'unenrolled' && row.state.reason === 'manual'
      ? { ...row, state: { ...row.state, at: row.state.at - 4 * DAY } }
      : undefined,
  );
  await rows.change('contacts', (row) =>
    row.name === 'Cold Rule' ? { ...row, importedAt: Date.now() - 3 * DAY } : undefined,
  );
}

/** As a rep adds them in the options. */
async function addForbidden({ options }: AtWork): Promise<void> {
  await options.addSuppressed('opted@opted.example.com', 'Opted out');
  await options.addSuppressed('bounced@bounced.example.com', 'Bounced');
  await options.addSuppressed('@blocked.example.com', 'Blocked');
  await options.addSuppressed('spam@spam.example.com', 'Spam complaint');
}
