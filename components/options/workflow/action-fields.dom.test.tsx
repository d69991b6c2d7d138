import { cleanup, fireEvent, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test } from 'vitest';
import type { Action } from '@/lib/domain/workflow/action';
import type { WorkflowFacts } from '@/lib/store/workflow-facts';
import { address, aSender, senderId, sequenceId } from '@/test/support/builders';
import { actionId, anEnrollAction } from '@/test/support/workflow-builders';
import { aWorkflowPage } from '@/test/support/workflow-editing';

afterEach(cleanup);

describe('enroll in a sequence', () => {
  const facts: Partial<WorkflowFacts> = {
    sequences: new Map([
      [sequenceId('sequence-1'), { name: 'Introduction', state: 'active', placeholders: [] }],
      [sequenceId('sequence-2'), { name: 'Retired', state: 'archived', placeholders: [] }],
    ]),
    senders: [
      aSender({
        addresses: [
          { address: address('rep@example.com'), name: 'Robin Rep', isDefault: true },
          { address: address('hello@example.com'), name: 'Robin', isDefault: false },
        ],
      }),
      aSender({ id: senderId('sender-2'), address: address('kim@example.com'), name: '' }),
    ],
  };

  test('has the fields of the article for a specific user', () => {
    const { typed } = aWorkflowPage({ draft: { actions: [anEnrollAction()] }, facts });

    fireEvent.change(screen.getByLabelText('Send from'), { target: { selectedIndex: 1 } });
    fireEvent.click(screen.getByLabelText('Use contact’s time zone'));
    fireEvent.click(screen.getByLabelText('Enroll cold leads, too'));

    expect(typed().actions).toMatchObject([
      {
        sequenceId: 'sequence-1',
        useContactZone: false,
        senderType: 'SPECIFIC_USER',
        senderId: 'sender-1',
        from: 'hello@example.com',
        allowColdLeads: true,
      },
    ]);
    const senders = screen.getByLabelText<HTMLSelectElement>('Sender').options;
    expect([...senders].map(({ textContent }) => textContent)).toEqual([
      'Robin Rep (rep@example.com)',
      'kim@example.com',
    ]);
  });

  test('another sender begins with its default address', () => {
    const action = anEnrollAction({
      sender: { type: 'SPECIFIC_USER', senderId: 'sender-1', from: 'hello@example.com' },
    });
    const { typed } = aWorkflowPage({ draft: { actions: [action] }, facts });

    fireEvent.change(screen.getByLabelText('Sender'), { target: { selectedIndex: 1 } });

    expect(typed().actions).toMatchObject([{ senderId: 'sender-2', from: '' }]);
  });

  test('for the contact owner asks which property names the owner', () => {
    const { typed } = aWorkflowPage({ draft: { actions: [anEnrollAction()] }, facts });

    fireEvent.change(screen.getByLabelText('Sender type'), { target: { selectedIndex: 1 } });

    expect(screen.queryByLabelText('Sender')).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>('Contact owner property').value).toBe(
      'Contact owner',
    );
    expect(typed().actions).toMatchObject([
      { senderType: 'CONTACT_OWNER', contactOwnerProperty: 'hubspot_owner_id' },
    ]);
  });

  test('offers no archived sequence, but shows one that is chosen', () => {
    aWorkflowPage({ draft: { actions: [anEnrollAction()] }, facts });
    fireEvent.click(screen.getByRole('combobox', { name: 'Sequence' }));
    const list = screen.getByRole('listbox', { name: 'Sequence' });
    expect(list.textContent).toBe('Introduction');
    cleanup();

    aWorkflowPage({
      draft: { actions: [anEnrollAction({ sequenceId: sequenceId('sequence-2') })] },
      facts,
    });

    expect(screen.getByRole<HTMLInputElement>('combobox', { name: 'Sequence' }).value).toBe(
      'Retired',
    );
  });
});

test('unenroll from sequence has nothing to set', () => {
  aWorkflowPage({ draft: { actions: [{ id: actionId('out'), kind: 'unenroll' }] } });

  const card = screen.getByRole('region', { name: '1. Unenroll from sequence' });

  expect(card.querySelectorAll('input, select, textarea')).toHaveLength(0);
});

describe('set property', () => {
  const set: Action = { id: actionId('set'), kind: 'setProperty', property: 'stage', value: '' };
  const field = () => screen.getByRole('combobox', { name: 'Property' });

  test('may name a property that nobody has yet', () => {
    const { typed } = aWorkflowPage({
      draft: { actions: [set], trigger: { kind: 'criteria', groups: [] } },
    });

    fireEvent.click(field());
    fireEvent.input(field(), { target: { value: 'brand_new' } });
    fireEvent.keyDown(field(), { key: 'Enter' });

    expect(typed().actions).toMatchObject([{ property: 'brand_new' }]);
  });

  test('offers nothing that we keep ourselves', () => {
    aWorkflowPage({ draft: { actions: [set], trigger: { kind: 'criteria', groups: [] } } });

    fireEvent.click(field());
    fireEvent.input(field(), { target: { value: 'createdate' } });

    expect(screen.getByRole('listbox').textContent).toBe('No contact has such a property');
  });
});
