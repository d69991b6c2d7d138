import { describe, expect, test } from 'vitest';
import type { SequenceDraft } from '@/components/options/sequence-draft';
import { aSequence } from '@/test/support/builders';
import { checkDraft } from './check-draft';
import { draftOf, emptyDraft } from './draft-of';

const draft = (overrides: Partial<SequenceDraft> = {}) => ({
  ...draftOf(aSequence()),
  ...overrides,
});

function codes(of: SequenceDraft): readonly string[] {
  const checked = checkDraft(of);
  return checked.kind === 'ok' ? [] : checked.problems.map(({ code, place }) => `${place} ${code}`);
}

test('a stored sequence is saved as it is', () => {
  const { name, steps, settings, access } = aSequence();

  expect(checkDraft(draft())).toEqual({ kind: 'ok', input: { name, steps, settings, access } });
});

test('a new form says everything that is missing, top to bottom', () => {
  expect(codes(emptyDraft('k'))).toEqual([
    'name nameMissing',
    'step:k:subject subjectMissing',
    'step:k:body bodyMissing',
  ]);
});

describe('a step', () => {
  const [first, second] = draft().steps;
  const withSecond = (change: Partial<SequenceDraft['steps'][number]>, threading = true) => {
    if (first === undefined || second === undefined) throw new Error('three steps are expected');
    return draft({ threading, steps: [first, { ...second, ...change }] });
  };

  test.each([
    [{ days: '366' }, ['step:step-2:days daysWrong']],
    [{ days: '' }, ['step:step-2:days daysWrong']],
    [{ minutes: '1441' }, ['step:step-2:minutes minutesWrong']],
    [{ body: ' \n' }, ['step:step-2:body bodyMissing']],
    [{ body: 'Hi {{contact.first' }, ['step:step-2:body tokenUnclosed']],
    [{ body: 'Hi {{nothing.known}}' }, ['step:step-2:body tokenUnknown']],
    [{ body: '{{placeholder:Why now}}' }, []],
  ])('%o is told at its place', (change, expected) => {
    expect(codes(withSecond(change))).toEqual(expected);
  });

  test('a problem of a template names the characters it is about', () => {
    const checked = checkDraft(withSecond({ body: 'Hi {{what}}!' }));

    expect(checked).toMatchObject({ problems: [{ step: 1, range: { start: 3, end: 11 } }] });
  });

  test('needs a subject of its own only where it begins a conversation', () => {
    expect(codes(withSecond({ subject: '' }))).toEqual([]);
    expect(codes(withSecond({ subject: '' }, false))).toEqual([
      'step:step-2:subject subjectMissing',
    ]);
  });

  test('that became the first one runs at once', () => {
    const { steps } = draft();
    const checked = checkDraft(draft({ steps: steps.toReversed() }));

    expect(checked).toMatchObject({
      input: { steps: [{ delay: { days: 0, minutes: 0 } }, {}, {}] },
    });
  });
});

describe('the hours', () => {
  test.each([
    ['08:00', '18:00', []],
    ['08:00', '00:00', []],
    ['18:00', '08:00', ['window windowWrong']],
    ['08:00', '08:00', ['window windowWrong']],
    ['', '18:00', ['window windowWrong']],
  ])('from %s to %s: %o', (start, end, expected) => {
    expect(codes(draft({ start, end }))).toEqual(expected);
  });
});

test('people and teams are only saved where some people may enroll', () => {
  const named = { users: ['kim@example.com'], teams: ['North'] };

  expect(checkDraft(draft({ ...named, access: 'private' }))).toMatchObject({
    input: { access: { kind: 'private' } },
  });
  expect(checkDraft(draft({ ...named, access: 'specific' }))).toMatchObject({
    input: { access: { kind: 'specific', ...named } },
  });
  expect(codes(draft({ access: 'specific', users: ['x'.repeat(255)] }))).toEqual([
    'users userTooLong',
  ]);
});
