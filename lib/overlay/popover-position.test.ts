import fc from 'fast-check';
import { expect, test } from 'vitest';
import { popoverPosition } from './popover-position';

const WINDOW = { width: 1280, height: 800 };

test('stands under its control', () => {
  const anchor = { left: 100, top: 20, right: 180, bottom: 46 };

  expect(popoverPosition(anchor, { width: 440, height: 500 }, WINDOW)).toEqual({
    left: 100,
    top: 52,
  });
});

test('goes above a control at the bottom of the window', () => {
  const anchor = { left: 100, top: 760, right: 180, bottom: 786 };

  const { top } = popoverPosition(anchor, { width: 440, height: 500 }, WINDOW);

  expect(top + 500).toBeLessThan(anchor.top);
});

test('never leaves a window that is large enough for it', () => {
  const coordinate = fc.integer({ min: -3_000, max: 3_000 });
  fc.assert(
    fc.property(
      coordinate,
      coordinate,
      fc.integer({ min: 1, max: 1_260 }),
      fc.integer({ min: 1, max: 780 }),
      (left, top, width, height) => {
        const anchor = { left, top, right: left + 80, bottom: top + 26 };
        const at = popoverPosition(anchor, { width, height }, WINDOW);

        expect(at.left).toBeGreaterThanOrEqual(0);
        expect(at.top).toBeGreaterThanOrEqual(0);
        expect(at.left + width).toBeLessThanOrEqual(WINDOW.width);
        expect(at.top + height).toBeLessThanOrEqual(WINDOW.height);
      },
    ),
  );
});

test('keeps its head in a window that is too small', () => {
  const anchor = { left: 10, top: 300, right: 90, bottom: 326 };

  const at = popoverPosition(anchor, { width: 440, height: 680 }, { width: 320, height: 400 });

  expect(at).toEqual({ left: 8, top: 8 });
});
