import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { useKeptFocus } from './use-kept-focus';

afterEach(cleanup);

function Row({ isLive }: { readonly isLive: boolean }) {
  const { area, home } = useKeptFocus<HTMLDivElement, HTMLElement>();
  return (
    <div ref={area}>
      <strong ref={home} tabIndex={-1}>
        Ada
      </strong>
      {isLive && <button type="button">Unenroll</button>}
      <button type="button">Other</button>
    </div>
  );
}

const focused = () => document.activeElement?.textContent;

test('the focus of a control that is gone goes home', () => {
  const { rerender } = render(<Row isLive />);
  screen.getByRole('button', { name: 'Unenroll' }).focus();

  rerender(<Row isLive={false} />);

  expect(focused()).toBe('Ada');
});

test('a focus that is somewhere else stays there', () => {
  const { rerender } = render(<Row isLive />);
  screen.getByRole('button', { name: 'Unenroll' }).focus();
  screen.getByRole('button', { name: 'Other' }).focus();

  rerender(<Row isLive={false} />);

  expect(focused()).toBe('Other');
});

test('nothing is focused that nobody went to', () => {
  const { rerender } = render(<Row isLive />);

  rerender(<Row isLive={false} />);

  expect(document.activeElement).toBe(document.body);
});
