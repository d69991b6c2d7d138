import { describe, expect, test } from 'vitest';
import { entry, membership, reenrollOn } from '@/test/support/entry';
import { aFilter, equals, isKnown } from '@/test/support/workflow-builders';

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
