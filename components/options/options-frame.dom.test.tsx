import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { OptionsFrame } from './options-frame';
import { SettingsSection } from './settings-section';
import { StartSteps } from './start-steps';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });

describe('the first run', () => {
  test.each([
    [false, false, 'Choose where you work'],
    [true, false, 'Connect your mailbox'],
    [true, true, 'Open a contact and click Enroll'],
  ])('sites %s, mailbox %s: the next step is "%s"', (hasSites, hasMailbox, next) => {
    render(<StartSteps hasSites={hasSites} hasMailbox={hasMailbox} />);

    const current = screen.getByText('Next step').closest('li');
    expect(current?.textContent).toContain(next);
  });
});

test('the time to undo is saved when the slider is let go', () => {
  const onUndoSeconds = vi.fn();
  render(<SettingsSection takesFocus={false} undoSeconds={10} onUndoSeconds={onUndoSeconds} />);
  const slider = screen.getByRole('slider', { name: 'Time to undo' });

  fireEvent.input(slider, { target: { value: '5' } });
  const whileMoving = onUndoSeconds.mock.calls.length;
  fireEvent.change(slider, { target: { value: '0' } });

  expect(whileMoving).toBe(0);
  expect(onUndoSeconds).toHaveBeenCalledWith(0);
});

test('the frame marks the section one is in and reads out what was done', () => {
  const onDismiss = vi.fn();
  render(
    <OptionsFrame section="mailbox" note={{ tone: 'good', text: 'Saved.' }} onDismiss={onDismiss}>
      <p>content</p>
    </OptionsFrame>,
  );

  fireEvent.click(button('Close'));

  const current = screen
    .getAllByRole('link')
    .filter((link) => link.getAttribute('aria-current') === 'page');
  expect(current.map((link) => link.textContent)).toEqual(['Mailbox']);
  expect(screen.getByText('Saved.').closest('[aria-live="polite"]')).toBeTruthy();
  expect(onDismiss).toHaveBeenCalledOnce();
});

test('a section that was gone to takes the focus to its heading', () => {
  render(<SettingsSection takesFocus undoSeconds={10} onUndoSeconds={() => undefined} />);

  expect(document.activeElement?.textContent).toBe('Settings');
});
