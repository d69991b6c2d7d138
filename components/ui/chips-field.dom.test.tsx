import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { ChipsField } from './chips-field';

afterEach(cleanup);

function aField(values: readonly string[] = ['north']) {
  const onChange = vi.fn();
  render(
    <ChipsField
      label="Teams"
      values={values}
      clean={(entry) => entry.toLowerCase()}
      onChange={onChange}
    />,
  );
  const input = screen.getByLabelText('Teams');
  const type = (value: string) => fireEvent.input(input, { target: { value } });
  return { onChange, input, type };
}

test('a comma, Enter and leaving the field each keep what is typed', () => {
  const { onChange, input, type } = aField();

  type('South,');
  type('East');
  fireEvent.keyDown(input, { key: 'Enter' });
  type('West');
  fireEvent.blur(input);

  expect(onChange.mock.calls).toEqual([
    [['north', 'south']],
    [['north', 'east']],
    [['north', 'west']],
  ]);
});

test('lines that are pasted become an entry each, doubles go', () => {
  const { onChange, input } = aField();

  fireEvent.paste(input, { clipboardData: { getData: () => 'South\r\nNORTH\n\nEast; south' } });

  expect(onChange.mock.calls).toEqual([[['north', 'south', 'east']]]);
});

test('each entry is removed by its button, the last one by Backspace', () => {
  const { onChange, input } = aField(['north', 'south']);

  fireEvent.click(screen.getByRole('button', { name: 'Remove north' }));
  fireEvent.keyDown(input, { key: 'Backspace' });

  expect(onChange.mock.calls).toEqual([[['south']], [['north']]]);
  expect(document.activeElement).toBe(input);
});

test('Enter in an empty field is left to the form', () => {
  const { onChange, input } = aField();

  const wentOn = fireEvent.keyDown(input, { key: 'Enter' });

  expect([wentOn, onChange.mock.calls]).toEqual([true, []]);
});
