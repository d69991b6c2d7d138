import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sequenceId } from '@/test/support/builders';
import {
  aBranch,
  aDraft,
  aFilter,
  aTaskAction,
  aWorkflow,
  equals,
  groupsOf,
} from '@/test/support/workflow-builders';
import { type Action, MAX_DEPTH } from './action';
import { readWorkflowFile } from './read-workflow-file';
import { writeWorkflowFile } from './write-workflow-file';

const FILE = { format: 'sequence-overlay/workflow', version: 1 };
const asFile = (draft: unknown) => JSON.stringify({ ...FILE, draft });

/** A draft with something else at a place. */
function withAt(place: string, value: unknown): string {
  const file = JSON.parse(asFile(aDraft({ actions: [aTaskAction('1'), aBranch('2', [[]])] })));
  const keys = place.split('.');
  const last = keys.pop() ?? '';
  const holder = keys.reduce((at, key) => at[key], file.draft);
  holder[last] = value;
  return JSON.stringify(file);
}

function nested(depth: number): readonly Action[] {
  let inside: readonly Action[] = [aTaskAction('task')];
  for (let level = 0; level < depth; level += 1) inside = [aBranch(`fork-${level}`, [inside])];
  return inside;
}

describe('a workflow file', () => {
  test('reads as what was written', () => {
    const draft = aDraft({ boundTo: sequenceId('sequence-1'), actions: nested(MAX_DEPTH) });

    expect(readWorkflowFile(writeWorkflowFile(draft))).toEqual({ kind: 'ok', draft });
  });

  test('holds nothing but what a person wrote', () => {
    expect(writeWorkflowFile(aWorkflow())).toBe(writeWorkflowFile(aDraft()));
  });

  test('may begin with the mark that some editors put there', () => {
    expect(readWorkflowFile(`\uFEFF${writeWorkflowFile(aDraft())}`).kind).toBe('ok');
  });

  test('with 250 filters in 20 groups is read; with one more it is not', () => {
    const filter = aFilter('stage', equals('demo'));
    const groups = (count: number) =>
      groupsOf(
        ...Array.from({ length: 20 }, (_, index) =>
          Array.from({ length: Math.floor((count + index) / 20) }, () => filter),
        ),
      );
    const file = (count: number) =>
      writeWorkflowFile(aDraft({ trigger: { kind: 'criteria', groups: groups(count) } }));

    expect(groups(250).flatMap(({ filters }) => filters)).toHaveLength(250);
    expect(readWorkflowFile(file(250)).kind).toBe('ok');
    expect(readWorkflowFile(file(251))).toEqual({
      kind: 'bad',
      problems: [{ place: 'trigger.groups', reason: 'tooManyFilters', params: { limit: 250 } }],
    });
  });
});

describe('a file is refused, with the place of what is wrong', () => {
  test.each([
    ['', { place: '', reason: 'notJson' }],
    ['{', { place: '', reason: 'notJson' }],
    ['null', { place: '', reason: 'notAWorkflow' }],
    ['[]', { place: '', reason: 'notAWorkflow' }],
    ['{"format":"sequence-overlay/sequence","version":1}', { place: '', reason: 'notAWorkflow' }],
    [JSON.stringify({ ...FILE, version: 0 }), { place: '', reason: 'notAWorkflow' }],
    [
      JSON.stringify({ ...FILE, version: 2 }),
      { place: 'version', reason: 'newerVersion', params: { version: 2 } },
    ],
    [JSON.stringify(FILE), { place: '', reason: 'badValue' }],
  ])('%s', (text, problem) => {
    expect(readWorkflowFile(text)).toMatchObject({ kind: 'bad', problems: [problem] });
  });

  const filterAt = 'trigger.groups.0.filters.0';
  test.each([
    [`${filterAt}.operation.operator`, 'SOUNDS_LIKE', 'unknownOperator', { value: 'SOUNDS_LIKE' }],
    [`${filterAt}.operation.operationType`, 'REGEX', 'unknownOperator', { value: 'REGEX' }],
    [`${filterAt}.operation.value`, 7, 'badValue', { value: '7' }],
    [`${filterAt}.property`, '', 'badValue', { value: '' }],
    ['actions.0.kind', 'launchRocket', 'unknownAction', { value: 'launchRocket' }],
    [
      'actions.1.otherwise.0',
      { id: 'x', kind: 'nap' },
      'unknownAction',
      { value: 'nap' },
      'actions.1.otherwise.0.kind',
    ],
    ['actions.0.dueInDays', -1, 'badValue', { value: '-1' }],
    ['actions.0.dueInDays', [1], 'badValue', { value: '[…]' }],
    ['settings.zone', 'Mars/Olympus', 'badZone', { value: 'Mars/Olympus' }],
    ['settings.zone', 12, 'badZone', { value: '12' }],
    [
      'settings.reenroll',
      { kind: 'maybe' },
      'badValue',
      { value: 'maybe' },
      'settings.reenroll.kind',
    ],
    ['name', 'x'.repeat(500), 'badValue', { value: 'x'.repeat(80) }],
    ['trigger.kind', 'moon', 'badValue', { value: 'moon' }],
  ])('%s: %j is %s', (place, value, reason, params, at = place) => {
    expect(readWorkflowFile(withAt(place, value))).toEqual({
      kind: 'bad',
      problems: [{ place: at, reason, params }],
    });
  });

  test('with every place where something is wrong', () => {
    const file = JSON.parse(withAt('settings.zone', 'Nowhere'));
    file.draft.name = '';

    const read = readWorkflowFile(JSON.stringify(file));

    expect(read).toMatchObject({ problems: [{ place: 'name' }, { place: 'settings.zone' }] });
  });

  test('where branches are in more branches than anybody reads', () => {
    const text = asFile({ ...aDraft(), actions: nested(MAX_DEPTH + 1) });
    const place = `${'actions.0.branches.0.'.repeat(MAX_DEPTH)}actions.0.kind`;

    expect(readWorkflowFile(text)).toEqual({
      kind: 'bad',
      problems: [{ place, reason: 'badValue', params: { value: 'branch', limit: MAX_DEPTH } }],
    });
  });
});

describe('a hostile file', () => {
  test('of branches without end is refused like any other', () => {
    const open =
      '{"id":"x","kind":"branch","otherwise":[],"branches":[{"name":"","groups":[],"actions":[';
    const deep = `[${open.repeat(20_000)}${']}]}'.repeat(20_000)}]`;
    const text = asFile(aDraft()).replace(
      /"actions":\[.*?\],"settings"/,
      () => `"actions":${deep},"settings"`,
    );

    expect(readWorkflowFile(text)).toMatchObject({
      kind: 'bad',
      problems: [{ reason: 'badValue' }],
    });
  });

  test.each([
    ['brackets', '['.repeat(2_500_000) + ']'.repeat(2_500_000)],
    ['a name', asFile({ ...aDraft(), name: 'x'.repeat(5_000_000) })],
    [
      'actions',
      asFile({
        ...aDraft(),
        actions: Array.from({ length: 100_000 }, () => ({ id: 'x', kind: 'unenroll' })),
      }),
    ],
    [
      'wrong actions',
      asFile({
        ...aDraft(),
        actions: Array.from({ length: 100_000 }, () => ({ id: 1, kind: 'nothing' })),
      }),
    ],
  ])('of 5 MB of %s is refused soon, with few words', (_name, text) => {
    const started = performance.now();

    const read = readWorkflowFile(text);

    expect(read.kind).toBe('bad');
    expect(JSON.stringify(read).length).toBeLessThan(20_000);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('changes no prototype', () => {
    const text = asFile(aDraft()).replace('"name"', '"__proto__":{"hacked":1},"name"');

    const read = readWorkflowFile(text);

    expect(read.kind).toBe('ok');
    expect(JSON.stringify(read)).not.toContain('hacked');
    expect(Object.hasOwn(Object.prototype, 'hacked')).toBe(false);
  });

  test('never throws, whatever stands in it', () => {
    const places = [
      'name',
      'trigger',
      'trigger.groups',
      'actions',
      'actions.0',
      'actions.1.branches',
      'settings',
      'settings.reenroll',
      'trigger.groups.0.filters.0.operation',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...places), fc.json(), (place, json) => {
        const read = readWorkflowFile(withAt(place, JSON.parse(json)));

        if (read.kind === 'bad') expect(read.problems.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
    fc.assert(fc.property(fc.oneof(fc.json(), fc.string()), (text) => void readWorkflowFile(text)));
  });
});
