import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { ExitFields } from './exit-fields';

afterEach(cleanup);

test.each([
  ['A reply takes out of the sequence', { replyExit: 'company' }],
  ['A booked meeting takes out of the sequence', { meetingExit: 'company' }],
])('%s: everybody at the company', (label, change) => {
  const onChange = vi.fn();
  render(
    <ExitFields draft={{ replyExit: 'contact', meetingExit: 'contact' }} onChange={onChange} />,
  );
  const field = screen.getByRole('combobox', { name: label });
  const names = [...field.querySelectorAll('option')].map(({ textContent }) => textContent);

  fireEvent.change(field, { target: { value: 'company' } });

  expect(names).toEqual(['The contact', 'Everybody at the company', 'Nobody']);
  expect(onChange).toHaveBeenCalledWith(change);
});
