import * as v from 'valibot';
import { describe, expect, test } from 'vitest';
import type { Contact } from '@/lib/domain/contact/contact';
import { taskIdSchema } from '@/lib/domain/ids';
import { aContact, enrollmentId, NOW, sequenceId, zone } from '@/test/support/builders';
import { equals, isKnown } from '@/test/support/workflow-builders';
import type { WorkflowEvent } from './event';
import { fitsEvent } from './fits-event';
import { holds } from './holds';
import { definitionsFor } from './known-properties';
import type { EventTrigger } from './trigger';

const intro = sequenceId('intro');
const other = sequenceId('other');

function fits(trigger: EventTrigger, event: WorkflowEvent, contact: Contact = aContact()): boolean {
  const env = { definitions: definitionsFor(['stage']), zone: zone('Europe/Warsaw'), now: NOW };
  return fitsEvent(trigger, event, {
    contact,
    holds: (groups, who) => holds(groups, who, env),
  });
}

const changed = (before: Record<string, string>, after: Record<string, string>): WorkflowEvent => ({
  type: 'propertyChanged',
  before,
  after,
});

describe('an event of a sequence', () => {
  const replied: WorkflowEvent = { type: 'emailReplied', sequenceId: intro };

  test.each<[EventTrigger, WorkflowEvent, boolean]>([
    [{ type: 'emailReplied' }, replied, true],
    [{ type: 'emailReplied', sequenceId: intro }, replied, true],
    [{ type: 'emailReplied', sequenceId: other }, replied, false],
    [{ type: 'emailReplied' }, { type: 'emailReplied' }, true],
    [{ type: 'emailReplied', sequenceId: intro }, { type: 'emailReplied' }, false],
    [{ type: 'emailSent' }, replied, false],
    [{ type: 'meetingBooked' }, { type: 'meetingBooked' }, true],
    [
      { type: 'sequenceFinished', sequenceId: intro },
      { type: 'sequenceFinished', sequenceId: intro, enrollmentId: enrollmentId('e') },
      true,
    ],
    [
      { type: 'sequenceEnrolled' },
      { type: 'sequenceUnenrolled', sequenceId: intro, enrollmentId: enrollmentId('e') },
      false,
    ],
    [{ type: 'contactCreated' }, { type: 'contactCreated' }, true],
    [{ type: 'contactCreated' }, replied, false],
  ])('%o, %o: %s', (trigger, event, expected) => {
    expect(fits(trigger, event)).toBe(expected);
  });
});

describe('an event with a text', () => {
  const page: WorkflowEvent = { type: 'pageVisited', site: 'crm', url: 'crm.example.com/People/1' };
  const form: WorkflowEvent = { type: 'formSubmitted', form: 'Demo request' };
  const task: WorkflowEvent = {
    type: 'taskCompleted',
    taskId: v.parse(taskIdSchema, 't'),
    title: 'Call Ada',
  };

  test.each<[EventTrigger, WorkflowEvent, boolean]>([
    [{ type: 'pageVisited' }, page, true],
    [{ type: 'pageVisited', urlContains: 'people' }, page, true],
    [{ type: 'pageVisited', urlContains: 'https://crm.example.com/' }, page, true],
    [{ type: 'pageVisited', urlContains: 'deals' }, page, false],
    [{ type: 'formSubmitted' }, form, true],
    [{ type: 'formSubmitted', form: '  ' }, form, true],
    [{ type: 'formSubmitted', form: ' demo REQUEST' }, form, true],
    [{ type: 'formSubmitted', form: 'demo' }, form, false],
    [{ type: 'taskCompleted', titleContains: 'call' }, task, true],
    [{ type: 'taskCompleted', titleContains: 'write' }, task, false],
  ])('%o, %o: %s', (trigger, event, expected) => {
    expect(fits(trigger, event)).toBe(expected);
  });
});

describe('a change of a property', () => {
  const toDemo: EventTrigger = {
    type: 'propertyChanged',
    property: 'stage',
    operation: equals('demo'),
  };

  test('fits whatever it became, unless something is asked of the new value', () => {
    const any: EventTrigger = { type: 'propertyChanged', property: 'stage' };

    expect(fits(any, changed({ stage: 'a' }, { stage: 'b' }))).toBe(true);
    expect(fits(any, changed({ stage: 'a' }, {}))).toBe(true);
    expect(fits(any, changed({}, { stage: 'b' }))).toBe(true);
    expect(fits(any, changed({ city: 'a' }, { city: 'b' }))).toBe(false);
  });

  test('is asked about the value that it brought, not about a later one', () => {
    const later = aContact({ properties: { stage: 'lost' } });

    expect(fits(toDemo, changed({ stage: 'lead' }, { stage: 'demo' }), later)).toBe(true);
    expect(fits(toDemo, changed({ stage: 'demo' }, { stage: 'lost' }), later)).toBe(false);
  });

  test('may be one to nothing', () => {
    const cleared: EventTrigger = { ...toDemo, operation: isKnown('IS_UNKNOWN') };
    const meanwhile = aContact({ properties: { stage: 'demo' } });

    expect(fits(cleared, changed({ stage: 'demo' }, {}), meanwhile)).toBe(true);
    expect(fits(cleared, changed({}, { stage: 'demo' }), meanwhile)).toBe(false);
  });

  test('of a property that every object has is no change of it', () => {
    const odd: EventTrigger = { type: 'propertyChanged', property: 'constructor' };

    expect(fits(odd, changed({ stage: 'a' }, { stage: 'b' }))).toBe(false);
  });
});
