import { cleanup, fireEvent, render, screen } from '@testing-library/preact';
import { afterEach, expect, test, vi } from 'vitest';
import { MenuButton } from './menu-button';

afterEach(cleanup);

function aMenu() {
  const onPick = vi.fn();
  const items = [
    { key: 'copy', label: 'Duplicate' },
    { key: 'pause', label: 'Pause' },
    { key: 'delete', label: 'Delete', danger: true },
  ] as const;
  render(
    <MenuButton label="More for Introduction" items={items} onPick={onPick}>
      More
    </MenuButton>,
  );
  const button = screen.getByRole('button', { name: 'More for Introduction' });
  const press = (key: string) => {
    if (document.activeElement) fireEvent.keyDown(document.activeElement, { key });
  };
  return { onPick, button, press, focused: () => document.activeElement?.textContent };
}

test('opens at its first item, and every key leads where it should', () => {
  const { button, press, focused } = aMenu();
  fireEvent.click(button);
  const seen = [focused()];

  for (const key of ['ArrowDown', 'End', 'ArrowDown', 'ArrowUp', 'Home', 'x']) {
    press(key);
    seen.push(focused());
  }

  expect(button.getAttribute('aria-expanded')).toBe('true');
  expect(seen).toEqual([
    'Duplicate',
    'Pause',
    'Delete',
    'Duplicate',
    'Delete',
    'Duplicate',
    'Duplicate',
  ]);
});

test('Escape leaves without doing anything, and the button has the focus again', () => {
  const { button, press, onPick } = aMenu();
  fireEvent.click(button);

  press('Escape');

  expect(screen.queryByRole('menu')).toBeNull();
  expect(document.activeElement).toBe(button);
  expect(onPick).not.toHaveBeenCalled();
});

test('an item is taken once and closes the menu', () => {
  const { button, onPick } = aMenu();
  fireEvent.click(button);

  fireEvent.click(screen.getByRole('menuitem', { name: 'Pause' }));

  expect(onPick.mock.calls).toEqual([['pause']]);
  expect(screen.queryByRole('menu')).toBeNull();
});

test('the focus going elsewhere closes it, to its own button does not', () => {
  const { button } = aMenu();
  fireEvent.click(button);
  const menu = screen.getByRole('menu');

  fireEvent.focusOut(menu, { relatedTarget: button });
  const stayed = screen.queryByRole('menu') !== null;
  fireEvent.focusOut(menu, { relatedTarget: document.body });

  expect([stayed, screen.queryByRole('menu')]).toEqual([true, null]);
});
