import { describe, expect, test } from 'vitest';
import type { Sender } from '@/lib/domain/sender/sender';
import type { Trigger } from '@/lib/domain/workflow/trigger';
import { address, aSender, senderId, sequenceId } from '@/test/support/builders';
import { codesOf, lintOf } from '@/test/support/lint-facts';
import {
  aBranch,
  aDelay,
  aFilter,
  anEnrollAction,
  anUnenrollAction,
  aSetProperty,
  aTaskAction,
  groupsOf,
  isKnown,
  workflowSettings,
} from '@/test/support/workflow-builders';

const byOwner = { type: 'CONTACT_OWNER', contactOwnerProperty: 'hubspot_owner_id' };

describe('what a workflow does', () => {
  test('without actions is nothing', () => {
    expect(lintOf({ actions: [] })).toEqual([
      { code: 'noActions', severity: 'error', stops: 'switchOn', place: 'actions', params: {} },
    ]);
  });

  test('with delays and branches only is nothing either', () => {
    const waits = [aDelay('1', 1), aBranch('2', [[aDelay('3', 1)]])];

    expect(lintOf({ actions: waits })).toMatchObject([{ code: 'onlyWaits', severity: 'warn' }]);
    expect(lintOf({ actions: [...waits, aTaskAction('4')] })).toEqual([]);
    expect(lintOf({ actions: [aBranch('2', [[anUnenrollAction()]])] })).toEqual([]);
  });
});

describe('the sequence', () => {
  const sequence = (state: 'active' | 'archived' | 'deleted') =>
    new Map([[sequenceId('sequence-1'), { name: 'Intro', state, placeholders: [] }]]);

  test('must exist', () => {
    const missing = [
      {
        code: 'sequenceMissing',
        severity: 'error',
        stops: 'switchOn',
        place: 'actions.0.sequenceId',
      },
    ];

    expect(lintOf({}, { sequences: new Map() })).toMatchObject(missing);
    expect(lintOf({}, { sequences: sequence('deleted') })).toMatchObject(missing);
  });

  test('must take new contacts', () => {
    expect(lintOf({}, { sequences: sequence('archived') })).toMatchObject([
      { code: 'sequenceArchived', stops: 'switchOn', params: { sequence: 'Intro' } },
    ]);
  });

  test('is looked at in branches as well', () => {
    const actions = [aBranch('fork', [[anEnrollAction({ sequenceId: 'gone' })]])];

    expect(codesOf(lintOf({ actions }))).toEqual([
      'sequenceMissing actions.0.branches.0.actions.0.sequenceId',
    ]);
  });
});

describe('the sender', () => {
  const ofSender = (sender: Partial<Sender>, action: object = {}) =>
    lintOf({ actions: [anEnrollAction(action)] }, { senders: [aSender(sender)] });

  test('must be there', () => {
    expect(ofSender({ id: senderId('another') })).toMatchObject([
      { code: 'senderMissing', severity: 'error', stops: 'switchOn', place: 'actions.0.sender' },
    ]);
  });

  test.each([
    [{ seat: false }, 'noSeat'],
    [{ shared: true }, 'shared'],
    [{ connection: 'expired' }, 'expired'],
    [{ connection: 'revoked' }, 'revoked'],
    [{ connection: 'offline' }, undefined],
    [{ connection: 'connected' }, undefined],
  ] as const)('with %j: %s', (state, reason) => {
    const expected =
      reason === undefined
        ? []
        : [
            {
              code: 'senderIneligible',
              severity: 'error',
              stops: 'switchOn',
              place: 'actions.0.sender',
              params: { address: 'rep@example.com', reason },
            },
          ];

    expect(ofSender(state)).toEqual(expected);
    expect(ofSender(state, { sender: byOwner })).toEqual(expected);
  });

  test('writes from an address of its own', () => {
    const from = (text: string) => ({
      sender: { type: 'SPECIFIC_USER', senderId: senderId('sender-1'), from: address(text) },
    });

    expect(ofSender({}, from('REP@example.com'))).toEqual([]);
    expect(ofSender({}, from('boss@example.com'))).toMatchObject([
      { params: { address: 'rep@example.com', reason: 'notItsAddress' } },
    ]);
  });

  test('may be any eligible owner; without any sender nobody is', () => {
    const actions = [anEnrollAction({ sender: byOwner })];
    const good = aSender({ id: senderId('good') });

    expect(lintOf({ actions }, { senders: [aSender({ seat: false }), good] })).toEqual([]);
    expect(lintOf({ actions }, { senders: [] })).toMatchObject([{ code: 'senderMissing' }]);
  });
});

describe('a workflow that starts itself', () => {
  const reenroll = (...properties: string[]) =>
    workflowSettings({
      reenroll: {
        kind: 'on',
        triggers: groupsOf(...properties.map((property) => [aFilter(property, isKnown())])),
      },
    });
  const sets = [aTaskAction('1'), aSetProperty('stage', 'lost')];

  test('sets what its trigger reads', () => {
    expect(lintOf({ actions: sets })).toMatchObject([
      {
        code: 'ownProperty',
        severity: 'warn',
        place: 'actions.1.property',
        params: { property: 'stage' },
      },
    ]);
    expect(lintOf({ actions: [aSetProperty('size', '1')] })).toEqual([]);
  });

  test('never ends where it re-enrolls on what it sets itself', () => {
    const actions = [aSetProperty('size', '1')];

    expect(lintOf({ actions, settings: reenroll('size', 'city') })).toMatchObject([
      { code: 'neverEnds', place: 'settings.reenroll', params: { property: 'size' } },
    ]);
    expect(lintOf({ actions, settings: reenroll('city') })).toEqual([]);
    expect(lintOf({ actions })).toEqual([]);
  });

  test('never ends where its own criteria re-enroll', () => {
    const found = lintOf({ actions: sets, settings: reenroll() });

    expect(codesOf(found)).toEqual([
      'ownProperty actions.1.property',
      'neverEnds settings.reenroll',
    ]);
  });

  test('never ends where being out of a sequence brings it back into one', () => {
    expect(codesOf(lintOf({ settings: reenroll('hs_sequences_is_enrolled') }))).toEqual([
      'neverEnds settings.reenroll',
    ]);
  });

  test('never ends where the change that starts it is its own', () => {
    const event = { type: 'propertyChanged', property: 'stage' } as const;
    const trigger: Trigger = { kind: 'event', event, groups: [] };

    expect(codesOf(lintOf({ trigger, actions: sets, settings: reenroll() }))).toContain(
      'neverEnds settings.reenroll',
    );
    expect(codesOf(lintOf({ trigger, actions: sets }))).not.toContain(
      'neverEnds settings.reenroll',
    );
  });
});
