import { describe, expect, test } from 'vitest';
import {
  aFilter,
  aWorkflow,
  equals,
  groupsOf,
  isKnown,
  workflowSettings,
} from '@/test/support/workflow-builders';
import { decideEntry, type EntryQuestion } from './enter';
import type { Filter } from './filter';
import type { Membership } from './membership';
import type { Schedule, Trigger } from './trigger';
import type { WorkflowSettings } from './workflow';

const criteria: Trigger = { kind: 'criteria', groups: [] };
const onReply: Trigger = { kind: 'event', event: { type: 'emailReplied' }, groups: [] };
const scheduled = (schedule: Schedule): Trigger => ({ kind: 'schedule', schedule, groups: [] });
const daily = scheduled({ type: 'DAILY', minute: 540 });
const byDate = (yearly: boolean) =>
  scheduled({ type: 'PROPERTY_BASED', dateProperty: 'birthday', daysDelta: 0, yearly, minute: 0 });

const membership = (overrides: Partial<Membership> = {}): Membership => ({
  matches: false,
  rematches: [],
  times: 0,
  ...overrides,
});

function reenrollOn(...groups: readonly (readonly Filter[])[]): Partial<WorkflowSettings> {
  return { reenroll: { kind: 'on', triggers: groupsOf(...groups) } };
}

function entry(
  overrides: Partial<Omit<EntryQuestion, 'workflow'>> & {
    readonly trigger?: Trigger;
    readonly settings?: Partial<WorkflowSettings>;
  } = {},
) {
  const { trigger = criteria, settings = {}, ...question } = overrides;
  return decideEntry({
    workflow: aWorkflow({ trigger, settings: workflowSettings(settings) }),
    before: undefined,
    matches: true,
    rematches: [],
    changed: new Set(),
    isInside: false,
    isSuppressed: false,
    cause: 'criteria',
    ...question,
  });
}

describe('by criteria a contact enters', () => {
  test('the first time it matches, and that is remembered', () => {
    expect(entry()).toEqual({
      enter: true,
      why: 'first',
      membership: { matches: true, rematches: [], times: 1 },
    });
  });

  test('the first time after it has ceased to match before it ever entered', () => {
    expect(entry({ before: membership({ matches: false }) }).why).toBe('first');
  });

  test('not when it matched at switch-on already', () => {
    expect(entry({ before: membership({ matches: true }) })).toMatchObject({
      enter: false,
      why: 'notNow',
    });
  });

  test('not a second time', () => {
    expect(entry({ before: membership({ times: 1 }) })).toMatchObject({
      enter: false,
      why: 'onceOnly',
      membership: { matches: true, times: 1 },
    });
  });

  test('not while it does not match', () => {
    expect(entry({ matches: false, before: membership({ matches: true }) })).toMatchObject({
      enter: false,
      why: 'notMatching',
      membership: { matches: false },
    });
  });

  test('not while it is inside, nor while it is suppressed; being asked is remembered all the same', () => {
    expect(entry({ isInside: true })).toMatchObject({ enter: false, why: 'inside' });
    expect(entry({ isSuppressed: true })).toMatchObject({ enter: false, why: 'suppressed' });
    expect(entry({ isSuppressed: true }).membership).toEqual(membership({ matches: true }));
  });

  test('not by being taken off the suppression list', () => {
    const { membership: before } = entry({ isSuppressed: true });

    expect(entry({ before })).toMatchObject({ enter: false, why: 'notNow' });
  });
});

describe('with re-enrollment on a contact enters again', () => {
  const demo = aFilter('stage', equals('demo'));
  const settings = reenrollOn([demo], [aFilter('form', isKnown())]);
  const been = membership({ matches: true, times: 1 });

  test('when a group that re-enrolls begins to hold', () => {
    expect(entry({ settings, before: been, rematches: [0] })).toEqual({
      enter: true,
      why: 'again',
      membership: { matches: true, rematches: [0], times: 2 },
    });
  });

  test('not while that group goes on holding', () => {
    const before = { ...been, rematches: [0] };

    expect(entry({ settings, before, rematches: [0] })).toMatchObject({ why: 'notNow' });
  });

  test('when one begins to hold while another one goes on', () => {
    const before = { ...been, rematches: [0] };

    expect(entry({ settings, before, rematches: [0, 1] })).toMatchObject({ why: 'again' });
  });

  test('on every change of a property that is asked for being known', () => {
    const asked = { settings, before: { ...been, rematches: [1] }, rematches: [1] };

    expect(entry({ ...asked, changed: new Set(['form']) }).why).toBe('again');
    expect(entry({ ...asked, changed: new Set(['city']) }).why).toBe('notNow');
  });

  test('not on a change that any other filter reads', () => {
    const asked = { settings, before: { ...been, rematches: [0] }, rematches: [0] };

    expect(entry({ ...asked, changed: new Set(['stage']) }).why).toBe('notNow');
  });

  test('not on a change to unknown', () => {
    const asked = { settings, before: { ...been, rematches: [1] }, rematches: [] };

    expect(entry({ ...asked, changed: new Set(['form']) }).why).toBe('notNow');
  });

  test('only while the criteria hold as well', () => {
    const asked = { settings, before: been, rematches: [0], matches: false };

    expect(entry(asked)).toMatchObject({ enter: false, why: 'notMatching' });
  });

  test('not while it is inside, and not afterwards for what happened meanwhile', () => {
    const meanwhile = entry({ settings, before: been, rematches: [0], isInside: true });

    expect(meanwhile).toMatchObject({ enter: false, why: 'inside' });
    expect(entry({ settings, before: meanwhile.membership, rematches: [0] }).why).toBe('notNow');
  });

  test('when the criteria hold anew, where nothing else is asked', () => {
    const asked = { settings: reenrollOn(), before: membership({ times: 3 }) };

    expect(entry(asked)).toMatchObject({ why: 'again', membership: { times: 4 } });
    expect(entry({ ...asked, before: been }).why).toBe('notNow');
  });

  test('also who matched at switch-on and has never been in', () => {
    expect(entry({ settings, before: membership({ matches: true }), rematches: [0] }).why).toBe(
      'again',
    );
  });
});

describe('by an event a contact enters', () => {
  const asked = { trigger: onReply, cause: 'event' } as const;

  test('each first time, also if the filters have held for long', () => {
    expect(entry({ ...asked, before: membership({ matches: true }) }).why).toBe('first');
  });

  test('not if the filters do not hold', () => {
    expect(entry({ ...asked, matches: false }).why).toBe('notMatching');
  });

  test('not by a change of its properties', () => {
    expect(entry({ trigger: onReply }).why).toBe('notNow');
  });

  test('again only with re-enrollment on, and only while one of its groups holds', () => {
    const before = membership({ matches: true, times: 1 });
    const one = reenrollOn([aFilter('stage', equals('demo'))]);

    expect(entry({ ...asked, before }).why).toBe('onceOnly');
    expect(entry({ ...asked, before, settings: reenrollOn() }).why).toBe('again');
    expect(entry({ ...asked, before, settings: one }).why).toBe('notNow');
    expect(entry({ ...asked, before, settings: one, rematches: [0] }).why).toBe('again');
  });
});

describe('by a schedule a contact enters', () => {
  const been = membership({ matches: true, times: 1 });

  test('when its time comes while the filters hold', () => {
    expect(entry({ trigger: daily, cause: 'schedule' }).why).toBe('first');
    expect(entry({ trigger: daily, cause: 'schedule', matches: false }).why).toBe('notMatching');
    expect(entry({ trigger: daily, cause: 'criteria' }).why).toBe('notNow');
  });

  test('again only with re-enrollment on, or every year by itself', () => {
    const asked = { cause: 'schedule', before: been } as const;

    expect(entry({ ...asked, trigger: daily }).why).toBe('onceOnly');
    expect(entry({ ...asked, trigger: daily, settings: reenrollOn() }).why).toBe('again');
    expect(entry({ ...asked, trigger: byDate(false) }).why).toBe('onceOnly');
    expect(entry({ ...asked, trigger: byDate(true) }).why).toBe('again');
  });
});

describe('at switch-on a contact', () => {
  test('enters with who matches already only if that was chosen', () => {
    expect(entry({ cause: 'existing' })).toMatchObject({ enter: true, why: 'first' });
    expect(entry({ cause: 'baseline' })).toMatchObject({
      enter: false,
      why: 'notNow',
      membership: { matches: true, times: 0 },
    });
  });

  test('does not enter again who has been in before', () => {
    const settings = reenrollOn();

    expect(entry({ cause: 'existing', settings, before: membership({ times: 1 }) }).why).toBe(
      'onceOnly',
    );
  });
});

describe('by hand a contact enters', () => {
  test('whatever the criteria say and however often it has been in', () => {
    const before = membership({ times: 2 });

    expect(entry({ cause: 'manual', matches: false, before })).toMatchObject({
      enter: true,
      why: 'manual',
      membership: { matches: false, times: 3 },
    });
  });

  test('not while it is inside or suppressed', () => {
    expect(entry({ cause: 'manual', isInside: true }).why).toBe('inside');
    expect(entry({ cause: 'manual', isSuppressed: true }).why).toBe('suppressed');
  });
});

describe('a contact that is inside leaves', () => {
  const settings = { unenrollWhenNotMatching: true };
  const before = membership({ matches: true, times: 1 });
  const asked = { isInside: true, matches: false, before };

  test('when it ceases to match, if that is asked for', () => {
    expect(entry({ ...asked, settings })).toMatchObject({ enter: false, leave: 'notMatching' });
    expect(entry(asked)).not.toHaveProperty('leave');
  });

  test('not when it never matched: somebody put it in by hand', () => {
    expect(entry({ ...asked, settings, before: membership({ times: 1 }) })).not.toHaveProperty(
      'leave',
    );
  });

  test('when it is suppressed, matching or not', () => {
    expect(entry({ ...asked, isSuppressed: true }).leave).toBe('suppressed');
    expect(entry({ ...asked, isSuppressed: true, matches: true }).leave).toBe('suppressed');
  });

  test('and who is not inside has nothing to leave', () => {
    expect(entry({ ...asked, settings, isInside: false })).not.toHaveProperty('leave');
    expect(entry({ isSuppressed: true })).not.toHaveProperty('leave');
  });
});
