import { describe, expect, test } from 'vitest';
import type { StepDraft } from '@/components/options/sequence-draft';
import { aCallStep, anEmailStep, aSequence, stepId } from '@/test/support/builders';
import { checkDraft } from './check-draft';
import { draftOf } from './draft-of';
import { addVariant } from './draft-steps';
import { isChanged } from './form-state';
import { readDraft } from './read-draft';

const manual = {
  ...aCallStep({ id: stepId('write'), delay: { days: 1, minutes: 0 } }),
  kind: 'manualEmail',
  subject: '',
  body: '',
} as const;
const variants = [{ id: 'b', subject: 'B', body: 'Hello', share: 30 }];
const sequence = aSequence({
  steps: [aCallStep({ remindMinutes: 90, hold: true }), manual, anEmailStep({ variants })],
});
const draft = draftOf(sequence);
const withStep = (index: number, change: Partial<StepDraft>) => ({
  ...draft,
  steps: draft.steps.map((step, at) => (at === index ? { ...step, ...change } : step)),
});
const codes = (of: typeof draft) => {
  const checked = checkDraft(of);
  return checked.kind === 'ok' ? [] : checked.problems.map(({ code, place }) => `${place} ${code}`);
};

test('steps of every kind are saved as they are, and kept over a reload', () => {
  const checked = checkDraft(draft);

  expect(checked).toMatchObject({ kind: 'ok', input: { steps: sequence.steps } });
  expect(readDraft(JSON.parse(JSON.stringify({ draft })))).toEqual({ draft });
});

describe('what is wrong', () => {
  test.each([
    [0, { title: ' ' }, ['step:call:title titleMissing']],
    [0, { dueInDays: '91' }, ['step:call:dueInDays dueWrong']],
    [0, { note: 'Hi {{what}}' }, ['step:call:note tokenUnknown']],
    [1, { body: 'Hi {{contact.first' }, ['step:write:body tokenUnclosed']],
    [
      2,
      { variants: [{ key: 'b', subject: '', body: '', share: '0' }] },
      [
        'step:step-1:b:subject subjectMissing',
        'step:step-1:b:body bodyMissing',
        'step:step-1:b:share shareWrong',
      ],
    ],
    [
      2,
      { variants: ['b', 'c'].map((key) => ({ key, subject: 's', body: 'b', share: '50' })) },
      ['step:step-1:b:share sharesTooMany'],
    ],
  ])('in step %i with %o is told at its place', (index, change, expected) => {
    expect(codes(withStep(index, change))).toEqual(expected);
  });

  test('an email after a task begins the conversation and needs a subject', () => {
    expect(codes(withStep(2, { subject: '', variants: [] }))).toEqual([
      'step:step-1:subject subjectMissing',
    ]);
  });
});

test('another version begins as the last one, and all get the same share', () => {
  const [, , email] = addVariant(draft.steps, 'step-1', 'c');

  expect(email?.variants).toEqual([
    { key: 'b', subject: 'B', body: 'Hello', share: '33' },
    { key: 'c', subject: 'B', body: 'Hello', share: '33' },
  ]);
});

test('every field of a task is something that leaving would lose', () => {
  const changes: Partial<StepDraft>[] = [
    { title: 'x' },
    { note: 'x' },
    { priority: 'low' },
    { dueInDays: '3' },
    { remind: '15' },
    { hold: false },
  ];

  for (const change of changes)
    expect(isChanged({ saved: draft, draft: withStep(0, change) })).toBe(true);
  expect(isChanged({ saved: draft, draft: withStep(0, {}) })).toBe(false);
});
