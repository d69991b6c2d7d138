import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import { aFilter, equals, groupsOf } from '@/test/support/workflow-builders';
import { aWorkflowPage } from '@/test/support/workflow-editing';

afterEach(cleanup);

describe('what starts it', () => {
  const kind = (name: string) => {
    const select = screen.getByLabelText<HTMLSelectElement>('Start when');
    const index = [...select.options].findIndex(({ textContent }) => textContent === name);
    fireEvent.change(select, { target: { selectedIndex: index } });
  };

  test('is tried out without losing anything', () => {
    const { typed } = aWorkflowPage();
    const before = typed().trigger;

    kind('On a schedule');
    fireEvent.input(screen.getByLabelText('Time'), { target: { value: '17:30' } });
    kind('Filter criteria are met');

    expect(typed().trigger).toEqual({
      ...before,
      schedule: { ...before.schedule, time: '17:30' },
    });
  });

  test('of an event has no filter that still has to be filled in', () => {
    const { typed } = aWorkflowPage({
      draft: { trigger: { kind: 'criteria', groups: groupsOf([aFilter('', equals(''))]) } },
    });

    kind('An event occurs');

    expect(typed().trigger.groups).toEqual([]);
    expect(screen.getByText('No filters: every contact counts.')).toBeTruthy();
  });

  test('of a changed property asks for the new value only when it matters', () => {
    const { typed } = aWorkflowPage({
      draft: {
        trigger: {
          kind: 'event',
          event: { type: 'propertyChanged', property: 'stage' },
          groups: [],
        },
      },
    });
    expect(screen.queryByLabelText('Condition')).toBeNull();

    fireEvent.click(screen.getByLabelText('Only when the new value is like this'));
    fireEvent.input(screen.getByLabelText('Value'), { target: { value: 'demo' } });

    expect(typed().trigger.event).toMatchObject({ compares: true, operation: { value: 'demo' } });
  });

  test('on certain days of the week names them', () => {
    const { typed } = aWorkflowPage({
      draft: {
        trigger: {
          kind: 'schedule',
          schedule: { type: 'WEEKLY', daysOfWeek: [5], minute: 540 },
          groups: [],
        },
      },
    });

    fireEvent.click(screen.getByLabelText('Monday'));

    expect(typed().trigger.schedule.daysOfWeek).toEqual([1, 5]);
  });
});
