import PostalMime from 'postal-mime';
import { expect, test } from 'vitest';
import { rowFor } from '@/lib/domain/enrollment/row-for';
import type { Sequence } from '@/lib/domain/sequence/sequence';
import {
  aContact,
  address,
  anEmailStep,
  anEnrollment,
  aSender,
  aSequence,
  NOW,
  stepId,
} from '@/test/support/builders';
import { headersOf } from '@/test/support/outgoing-messages';
import { composeMessage } from './compose-message';
import type { Job } from './load-job';

const options = { unsubscribeLine: 'Rather not? Reply “unsubscribe”.', now: NOW };

function aJob(
  settings: Partial<Sequence['settings']> = {},
  overrides: Partial<Job['enrollment']> = {},
  step = anEmailStep({ body: 'Hi {{contact.first_name}}. {{placeholder:Why now}}' }),
): Job {
  const sequence = aSequence({ steps: [step] });
  const enrollment = anEnrollment({ placeholders: { 'Why now': 'It rains.' }, ...overrides });
  return {
    row: rowFor(enrollment, { step, index: 0, at: NOW }),
    enrollment,
    sequence: { ...sequence, settings: { ...sequence.settings, ...settings } },
    step,
    contact: aContact(),
    sender: aSender(),
  };
}

function composed(job: Job): string {
  const message = composeMessage(job, undefined, options);
  if (message.kind !== 'message') throw new Error(message.code);
  return message.mime;
}

async function readMail(mime: string) {
  const { text = '', html = '' } = await PostalMime.parse(mime);
  return { text, html };
}

test("the signature of the address it leaves from stands under an email, and no other's", async () => {
  const job = aJob({ unsubscribe: true }, { from: address('sales@example.com') });
  const addresses = [
    { address: address('rep@example.com'), name: 'Robin', isDefault: true, signature: '<b>R</b>' },
    { address: address('sales@example.com'), name: '', isDefault: false, signature: '<b>S</b>' },
  ];

  const mime = composed({ ...job, sender: aSender({ addresses }) });

  const { text, html } = await readMail(mime);
  expect(text.trimEnd()).toBe('Hi Ada. It rains.\n\n-- \nS\n\nRather not? Reply “unsubscribe”.');
  expect(html).toMatch(/It rains\.[\s\S]*<b>S<\/b>[\s\S]*Rather not\?/);
});

test('an email says how to be left alone, in a line for people and a header for programs', async () => {
  const job = aJob({ unsubscribe: true });

  const mime = composed(job);

  const { text, html } = await readMail(mime);
  expect(text.trimEnd()).toBe('Hi Ada. It rains.\n\nRather not? Reply “unsubscribe”.');
  expect(html).toContain('Rather not? Reply “unsubscribe”.');
  expect(headersOf(mime)).toContainEqual({
    name: 'list-unsubscribe',
    value: '<mailto:rep@example.com?subject=unsubscribe%20enrollment-1%3Astep-1%3A0>',
  });
  // Promising one click without a server that answers it would be worse than no promise.
  expect(mime).not.toMatch(/^List-Unsubscribe-Post/im);
});

test('text that a person edited says so, too', async () => {
  const edited = [{ stepId: stepId('step-1'), subject: 'Hello', body: 'By hand.' }];

  const { text } = await readMail(composed(aJob({ unsubscribe: true }, { edited })));

  expect(text.trimEnd()).toBe('By hand.\n\nRather not? Reply “unsubscribe”.');
});

test('a sequence that leaves it out sends neither line nor header', async () => {
  const mime = composed(aJob({ unsubscribe: false }));

  expect((await readMail(mime)).text.trimEnd()).toBe('Hi Ada. It rains.');
  expect(mime).not.toMatch(/unsubscribe/i);
});

test('nothing leaves with a placeholder that nobody filled in, nor with a token left in edited text', () => {
  const raw = [{ stepId: stepId('step-1'), subject: 'Hello', body: 'Hi {{contact.first_name}}' }];
  const unsendable = { kind: 'unsendable', code: 'tokensMissing' };

  expect(composeMessage(aJob({}, { placeholders: {} }), undefined, options)).toEqual(unsendable);
  expect(composeMessage(aJob({}, { edited: raw }), undefined, options)).toEqual(unsendable);
});
