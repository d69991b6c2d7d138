import type { Page } from 'playwright-core';
import type { Input } from '../../lib/rpc/protocol.ts';
import { askWorker } from './ask-worker.ts';

type Draft = Input<'sequence.save'>;

/** One that sends at any hour of any day, to anybody: only tests about rules have to think of them. */
const ANY_TIME: Draft = {
  name: 'Any time',
  steps: [
    {
      kind: 'automatedEmail',
      delay: { days: 0, minutes: 0 },
      subject: 'A question, {{contact.first_name|hello}}',
      body: 'Hi {{contact.first_name|there}},\n\na question.',
    },
    {
      kind: 'automatedEmail',
      delay: { days: 3, minutes: 0 },
      subject: 'Re: a question',
      body: 'Still there?',
    },
  ],
  settings: {
    days: 'everyDay',
    window: { start: 0, end: 1_440 },
    threading: true,
    unsubscribe: true,
    coolOffDays: 0,
    sameCompany: 'allow',
    exits: { reply: 'contact', meeting: 'contact' },
    askWhenLateDays: 3,
  },
  access: { kind: 'everyone' },
};

export interface SequenceOptions extends Partial<Omit<Draft, 'settings'>> {
  readonly settings?: Partial<Draft['settings']>;
}

/** Saves a sequence through the worker, where the form itself is not what a test is about. */
export async function saveSequence(
  page: Page,
  {
    settings,
    ...draft
  }: Partial<Omit<Draft, 'settings'>> & {
    readonly settings?: Partial<Draft['settings']>;
  } = {},
): Promise<string> {
  const saved = await askWorker(page, 'sequence.save', {
    ...ANY_TIME,
    ...draft,
    settings: { ...ANY_TIME.settings, ...settings },
  });
  if (saved.kind !== 'saved') throw new Error(`not saved: ${JSON.stringify(saved)}`);
  return saved.id;
}

/** A step of such a sequence with this text. */
export function emailStep(body: string): Draft['steps'][number] {
  return {
    kind: 'automatedEmail',
    delay: { days: 0, minutes: 0 },
    subject: 'A question',
    body,
  };
}
