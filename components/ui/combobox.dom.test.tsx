import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { Combobox } from './combobox';

const OPTIONS = [
  { value: 'a', label: 'Warm intro', detail: 'Steps: 4' },
  { value: 'b', label: 'Cold outreach' },
  { value: 'c', label: '<img src=x onerror=alert(1)>' },
] as const;

afterEach(cleanup);

function show(value?: 'a' | 'b' | 'c') {
  const onSelect = vi.fn();
  const onKeyDown = vi.fn();
  render(
    // biome-ignore lint/a11y/noStaticElementInteractions: stands for the form around the list
    <div onKeyDown={onKeyDown}>
      <Combobox
        label="Sequence"
        value={value}
        options={OPTIONS}
        onSelect={onSelect}
        placeholder="Choose"
        nothingFound="Nothing"
      />
    </div>,
  );
  const input = screen.getByRole<HTMLInputElement>('combobox', { name: 'Sequence' });
  const press = (key: string) => fireEvent.keyDown(input, { key });
  const names = () => screen.queryAllByRole('option').map((option) => option.textContent);
  const active = () =>
    document.getElementById(input.getAttribute('aria-activedescendant') ?? '')?.textContent;
  return { input, onSelect, onKeyDown, press, names, active };
}

describe('a searchable list', () => {
  test('opens on the chosen option and lists all, as text', () => {
    const { press, names, active } = show('b');

    press('ArrowDown');

    expect(names()).toEqual([
      'Warm introSteps: 4',
      'Cold outreach',
      '<img src=x onerror=alert(1)>',
    ]);
    expect(active()).toBe('Cold outreach');
    expect(document.querySelector('img')).toBeNull();
  });

  test('arrows go round and Enter takes', () => {
    const { press, active, onSelect, input } = show('a');
    press('ArrowDown');

    press('ArrowUp');
    const last = active();
    press('ArrowDown');
    press('ArrowDown');
    press('Enter');

    expect(last).toBe('<img src=x onerror=alert(1)>');
    expect(onSelect).toHaveBeenCalledExactlyOnceWith('b');
    expect(input.getAttribute('aria-expanded')).toBe('false');
  });

  test('typing narrows it and makes the first match active', () => {
    const { input, names, active } = show('a');

    fireEvent.input(input, { target: { value: 'out' } });

    expect(names()).toEqual(['Cold outreach']);
    expect(active()).toBe('Cold outreach');
  });

  test('says so when nothing fits, and Enter takes nothing', () => {
    const { input, press, names, onSelect } = show('a');
    fireEvent.input(input, { target: { value: 'zzz' } });

    const found = names();
    press('Enter');

    expect(found).toEqual(['Nothing']);
    expect(onSelect).not.toHaveBeenCalled();
  });

  test('Escape closes only the list; the next one is for the popover around it', () => {
    const { input, press, onKeyDown } = show('a');
    fireEvent.input(input, { target: { value: 'cold' } });

    press('Escape');
    const afterFirst = onKeyDown.mock.calls.length;
    press('Escape');

    expect(input.value).toBe('Warm intro');
    expect({ afterFirst, afterSecond: onKeyDown.mock.calls.length }).toEqual({
      afterFirst: 0,
      afterSecond: 1,
    });
  });

  test('a key of an input method or a send shortcut is not a choice', () => {
    const { input, onSelect } = show('a');
    fireEvent.input(input, { target: { value: 'cold' } });

    fireEvent.keyDown(input, { key: 'Enter', isComposing: true });
    fireEvent.keyDown(input, { key: 'Enter', ctrlKey: true });

    expect(onSelect).not.toHaveBeenCalled();
  });

  test('the pointer chooses too', () => {
    const { input, onSelect } = show();
    fireEvent.click(input);

    fireEvent.click(screen.getByText('Cold outreach'));

    expect(onSelect).toHaveBeenCalledExactlyOnceWith('b');
  });
});
