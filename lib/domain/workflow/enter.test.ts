import { describe, expect, test } from 'vitest';
import { entry, membership, reenrollOn } from '@/test/support/entry';
import { aFilter, equals } from '@/test/support/workflow-builders';
import type { Schedule, Trigger } from './trigger';

const onReply: Trigger = { kind: 'event', event: { type: 'emailReplied' }, groups: [] };
const scheduled = (schedule: Schedule): Trigger => ({ kind: 'schedule', schedule, groups: [] });
const daily = scheduled({ type: 'DAILY', minute: 540 });
const byDate = (yearly: boolean) =>
  scheduled({ type: 'PROPERTY_BASED', dateProperty: 'birthday', daysDelta: 0, yearly, minute: 0 });

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
