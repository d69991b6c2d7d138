import { cleanup, fireEvent, render, screen, within } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { TextCounts } from '@/lib/domain/sequence/text-count';
import { textKey } from '@/lib/domain/sequence/text-key';
import { draftOf, emptyStep } from '@/lib/options/draft-of';
import { aSequence } from '@/test/support/builders';
import type { DraftProblem } from './sequence-draft';
import { SequenceForm, type SequenceFormProps } from './sequence-form';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });
const draft = draftOf(aSequence());

function aForm(overrides: Partial<SequenceFormProps> = {}, texts?: TextCounts) {
  const events = {
    onChange: vi.fn(),
    onSave: vi.fn(),
    onDiscard: vi.fn(),
    steps: {
      texts,
      onAdd: vi.fn(() => 'new'),
      onAddVariant: vi.fn(),
      onRemove: vi.fn(),
      onMove: vi.fn(),
      onChange: vi.fn(),
    },
  };
  const props = {
    draft,
    problems: [],
    refusals: 0,
    changed: true,
    saving: false,
    isNew: false,
    ...events,
    ...overrides,
  };
  const view = render(<SequenceForm {...props} />);
  const again = (next: Partial<SequenceFormProps>) =>
    view.rerender(<SequenceForm {...props} {...next} />);
  return { ...events, again };
}

test('an email says how often it was sent and answered, until its text is another', () => {
  const [first] = draft.steps;
  if (first?.id === undefined) throw new Error('a step that was saved');
  const texts = { [textKey(first.id, first)]: { sent: 40, answered: 6 } };
  const { again } = aForm({}, texts);
  expect(screen.getAllByText(/^Sent \d/).map((one) => one.textContent)).toEqual([
    'Sent 40, answered 6 (15%)',
  ]);

  again({ draft: { ...draft, steps: [{ ...first, body: 'New words.' }] } });

  expect(screen.queryByText(/^Sent \d/)).toBeNull();
});

describe('the form', () => {
  test('every field is handed on as it is typed', () => {
    const { onChange, steps } = aForm();
    const type = (label: string, value: string) =>
      fireEvent.input(screen.getByLabelText(label), { target: { value } });

    type('Name', 'Better');
    type('Not before', '09:30');
    type('Days before the same contact again', '10');
    fireEvent.change(screen.getByLabelText('Days'), { target: { value: 'weekdays' } });
    fireEvent.click(screen.getByLabelText('Add a way to unsubscribe'));
    const [second] = screen.getAllByLabelText('Days after the one before');
    if (second) fireEvent.input(second, { target: { value: '5' } });

    expect(onChange.mock.calls).toEqual([
      [{ name: 'Better' }],
      [{ start: '09:30' }],
      [{ coolOffDays: '10' }],
      [{ days: 'weekdays' }],
      [{ unsubscribe: true }],
    ]);
    expect(steps.onChange).toHaveBeenCalledWith('step-2', { days: '5' });
  });

  test('saves by Enter in a field and by its button', () => {
    const { onSave } = aForm();

    const form = screen.getByLabelText('Name').closest('form');
    if (form) fireEvent.submit(form);
    fireEvent.click(button('Save new version'));

    expect(onSave).toHaveBeenCalledTimes(2);
  });

  test('with nothing changed has nothing to save', () => {
    const { onSave } = aForm({ changed: false });

    fireEvent.click(button('Save new version'));

    expect(onSave).not.toHaveBeenCalled();
    expect(screen.queryByRole('button', { name: 'Discard changes' })).toBeNull();
  });

  test('people and teams are asked for only where some may enroll', () => {
    const { again } = aForm({ draft: { ...draft, access: 'everyone' } });
    const before = screen.queryByLabelText('People');

    again({ draft: { ...draft, access: 'specific', users: ['kim@example.com'] } });

    expect([before, screen.getByLabelText('People').tagName]).toEqual([null, 'INPUT']);
    expect(button('Remove kim@example.com')).toBeTruthy();
  });

  test('a follow-up in the thread has no subject of its own', () => {
    const { again } = aForm();
    const inThread = screen.getAllByLabelText('Subject').length;

    again({ draft: { ...draft, threading: false } });

    expect([inThread, screen.getAllByLabelText('Subject').length]).toEqual([1, 3]);
  });
});

describe('the emails', () => {
  const card = (name: string) => within(screen.getByRole('listitem', { name }));

  test('move and go by buttons; the first cannot move up and says why', () => {
    const { steps } = aForm();

    fireEvent.click(button('Move down: Email 1'));
    fireEvent.click(button('Move up: Email 1'));
    fireEvent.click(button('Remove: Email 2'));

    expect(steps.onMove.mock.calls).toEqual([['step-1', 1]]);
    expect(steps.onRemove.mock.calls).toEqual([['step-2']]);
    expect(button('Move up: Email 1').title).toBe('This is the first one');
    expect(screen.getByText('Now number 2 of 3')).toBeTruthy();
  });

  test('a new one takes the focus', () => {
    const { again } = aForm();

    fireEvent.click(button('Add an email'));
    const added = emptyStep('new', { kind: 'automatedEmail', isFirst: false });
    again({ draft: { ...draft, steps: [...draft.steps, added] } });

    expect(card('Email 4').getByLabelText('Days after the one before')).toBe(
      document.activeElement,
    );
  });

  test('after a removal the focus stays in the list', () => {
    const { again } = aForm();
    button('Remove: Email 3').focus();

    fireEvent.click(button('Remove: Email 3'));
    again({ draft: { ...draft, steps: draft.steps.slice(0, 2) } });

    expect(document.activeElement).toBe(button('Add an email'));
  });

  test('a token goes in where the cursor is, over what is selected', () => {
    const { steps } = aForm();
    const body = card('Email 2').getByLabelText('Message');
    if (!(body instanceof HTMLTextAreaElement)) throw new Error('a text area is expected');
    body.setSelectionRange(6, 11);

    fireEvent.click(card('Email 2').getByRole('button', { name: 'Insert a token: Message' }));
    fireEvent.click(screen.getByRole('menuitem', { name: /^Your meeting link/ }));

    expect(steps.onChange).toHaveBeenCalledWith('step-2', {
      body: 'Still {{sender.meeting_link}}?',
    });
    expect(document.activeElement).toBe(body);
  });

  test('the name of a placeholder is selected, to be typed over', () => {
    aForm();
    const body = card('Email 2').getByLabelText('Message');
    if (!(body instanceof HTMLTextAreaElement)) throw new Error('a text area is expected');
    body.setSelectionRange(0, 0);

    fireEvent.click(card('Email 2').getByRole('button', { name: 'Insert a token: Message' }));
    fireEvent.click(screen.getByRole('menuitem', { name: /^Ask me when I enroll/ }));

    expect(body.value.slice(body.selectionStart, body.selectionEnd)).toBe('why now');
  });
});

describe('what is wrong', () => {
  const problems: DraftProblem[] = [
    { code: 'nameMissing', place: 'name' },
    { code: 'tokenUnknown', place: 'step:step-2:body', step: 1, range: { start: 0, end: 5 } },
  ];

  test('is listed by name, takes the focus, and each leads to its place', () => {
    aForm({ problems, refusals: 1 });
    const list = screen.getByRole('alert');
    const hadFocus = document.activeElement?.contains(list);

    fireEvent.click(button('Email 2: There is no such token:'));

    const body = document.activeElement;
    if (!(body instanceof HTMLTextAreaElement)) throw new Error('a text area is expected');
    expect(hadFocus).toBe(true);
    expect(body.value.slice(body.selectionStart, body.selectionEnd)).toBe('Still');
    fireEvent.click(button('Give the sequence a name.'));
    expect(document.activeElement).toBe(screen.getByLabelText('Name'));
  });

  test('belongs to its field', () => {
    aForm({ problems, refusals: 1 });

    const name = screen.getByLabelText('Name');
    const note = document.getElementById(name.getAttribute('aria-describedby') ?? '');
    expect([name.getAttribute('aria-invalid'), note?.textContent]).toEqual([
      'true',
      'Give the sequence a name.',
    ]);
  });

  test('in a template stands under it while it is typed, without an alarm', () => {
    aForm({ problems: problems.slice(1) });

    fireEvent.click(button(/There is no such token: Still/));

    expect(screen.queryByRole('alert')).toBeNull();
    expect(document.activeElement?.tagName).toBe('TEXTAREA');
  });
});
