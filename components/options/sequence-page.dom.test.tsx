import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { NOW, zone } from '@/test/support/builders';
import { SequencePage } from './sequence-page';
import { SequencePreview } from './sequence-preview';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the page around the form', () => {
  const show = (overrides: Partial<Parameters<typeof SequencePage>[0]>) => {
    const events = { onReload: vi.fn(), onSaveCopy: vi.fn(), onRetry: vi.fn() };
    render(
      <SequencePage
        takesFocus={false}
        status="ready"
        isNew={false}
        name="Introduction"
        version={3}
        live={12}
        restored={false}
        conflict={undefined}
        form={undefined}
        preview={null}
        {...events}
        {...overrides}
      />,
    );
    return events;
  };

  test('says which version, and that running enrollments keep theirs', () => {
    show({});

    expect(screen.getByText(/^Version 3\. Running now: 12\. Whoever is in it keeps/)).toBeTruthy();
  });

  test('a newer version elsewhere offers both ways out, a deleted one only the copy', () => {
    const { onReload, onSaveCopy } = show({ conflict: 'newer' });
    fireEvent.click(button('Save mine as a copy'));
    fireEvent.click(button('Discard mine and load the newer one'));
    cleanup();

    show({ conflict: 'deleted' });

    expect([onSaveCopy.mock.calls.length, onReload.mock.calls.length]).toEqual([1, 1]);
    expect(screen.queryByRole('button', { name: /load the newer/ })).toBeNull();
  });

  test.each([
    ['missing', 'There is no such sequence'],
    ['failed', 'This could not be read.'],
  ] as const)('%s is said', (status, sentence) => {
    show({ status, name: '' });

    expect(screen.getByText(sentence)).toBeTruthy();
  });
});

describe('the preview', () => {
  const show = (overrides: Partial<Parameters<typeof SequencePreview>[0]> = {}) =>
    render(
      <SequencePreview
        view={{
          zone: zone('America/New_York'),
          zoneSource: 'contact',
          missing: ['{{contact.title}}'],
          steps: [
            {
              key: 'a',
              kind: 'automatedEmail',
              at: NOW,
              subject: [{ kind: 'text', text: '<img src=x>' }],
              body: [
                { kind: 'text', text: 'Hi ' },
                { kind: 'filled', text: 'Ada' },
                { kind: 'missing', text: '{{contact.title}}' },
                { kind: 'asked', text: 'Why now' },
              ],
            },
            { kind: 'automatedEmail', key: 'b', subject: [], body: [] },
          ],
        }}
        now={NOW}
        contacts={[{ id: 'c', label: 'Ada Lovelace' }]}
        contactId="c"
        senders={[]}
        senderId={undefined}
        unsubscribe
        onSearch={() => undefined}
        onContact={() => undefined}
        onSender={() => undefined}
        {...overrides}
      />,
    );

  test('shows texts and dates, and marks what would not leave for ears as well', () => {
    show();

    const [first, second] = screen.getAllByRole('listitem').map((item) => item.textContent);
    expect(first).toContain('Tue, Nov 24, 3:00 AM');
    expect(first).toContain('<img src=x>');
    expect(first).toContain('Nothing to put in: {{contact.title}}');
    expect(first).toContain('You are asked for: Why now');
    expect(first).toContain('A line to unsubscribe follows here.');
    expect(second).toContain('No date yet');
    expect(document.querySelector('img')).toBeNull();
  });

  test('says whose clock the dates are on', () => {
    show();

    expect(screen.getByText(/the contact’s own clock \(America\/New York\)/)).toBeTruthy();
  });
});
