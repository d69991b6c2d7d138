import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { OptionsFrame } from './options-frame';
import { SettingsSection } from './settings-section';
import { StartSteps } from './start-steps';

afterEach(cleanup);

const button = (name: string | RegExp) => screen.getByRole('button', { name });

const preferences = { undoSeconds: 10, coolOffDays: 30, coldLeadDays: 30, teams: ['North'] };

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
  const onChange = vi.fn();
  render(<SettingsSection takesFocus={false} {...preferences} onChange={onChange} />);
  const slider = screen.getByRole('slider', { name: 'Time to undo' });

  fireEvent.input(slider, { target: { value: '5' } });
  const whileMoving = onChange.mock.calls.length;
  fireEvent.change(slider, { target: { value: '0' } });

  expect(whileMoving).toBe(0);
  expect(onChange).toHaveBeenCalledWith({ undoSeconds: 0 });
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
  render(<SettingsSection takesFocus {...preferences} onChange={() => undefined} />);

  expect(document.activeElement?.textContent).toBe('Settings');
});

describe('a number of days', () => {
  const leave = (value: string) => {
    const onChange = vi.fn();
    render(<SettingsSection takesFocus={false} {...preferences} onChange={onChange} />);
    const field = screen.getByLabelText('Days a lead stays cold');
    fireEvent.input(field, { target: { value } });
    fireEvent.change(field, { target: { value } });
    return { onChange, field };
  };

  test('is saved when the field is left', () => {
    expect(leave('0').onChange.mock.calls).toEqual([[{ coldLeadDays: 0 }]]);
  });

  test.each(['', '366', '-1'])('%j is refused and said', (value) => {
    const { onChange, field } = leave(value);

    expect(onChange).not.toHaveBeenCalled();
    expect(field.getAttribute('aria-invalid')).toBe('true');
  });

  test('that is the same as before is not saved again', () => {
    expect(leave('30').onChange).not.toHaveBeenCalled();
  });
});

test('what was done can be taken back from its note while that works', () => {
  const onUndo = vi.fn();
  render(
    <OptionsFrame
      section="enrollments"
      note={{ tone: 'good', text: 'Paused.' }}
      undo={{ secondsLeft: 7, busy: false }}
      onUndo={onUndo}
      onDismiss={() => undefined}
    >
      <p>content</p>
    </OptionsFrame>,
  );

  fireEvent.click(button(/^Undo/));

  expect(onUndo).toHaveBeenCalledOnce();
});
