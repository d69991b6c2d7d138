import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { afterEach, expect, test } from 'vitest';
import { type AtWork, goToWork } from '../support/at-work';
import { overlayOn } from './surfaces/overlay';
import { openPopup } from './surfaces/popup';

const AXE = await readFile(
  new URL('../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly html: string }[];
}

declare global {
  var axe: {
    run: (
      context: unknown,
      options: { readonly resultTypes: readonly ['violations'] },
    ) => Promise<{ readonly violations: readonly Violation[] }>;
  };
}

/** What axe finds in a page, or only in our part of somebody else's. */
async function violationsOn(page: Page, within?: string): Promise<readonly string[]> {
  // Moving parts are half-transparent on their way, and contrast is measured as it stands.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
  );
  await page.evaluate(AXE);
  const { violations } = await page.evaluate(
    (selector) =>
      globalThis.axe.run(selector === undefined ? document : { include: [selector] }, {
        resultTypes: ['violations'],
      }),
    within,
  );
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map(({ target, html }) => `${target.join(' ')} ${html}`).join(' | ')}`,
  );
}

let work: AtWork | undefined;
afterEach(() => work?.close());

test.each(['light', 'dark'] as const)('axe finds nothing in %s', async (colorScheme) => {
  work = await goToWork({ colorScheme });
  const found: Record<string, readonly string[]> = {};

  const page = await work.openRecord(51);
  const overlay = overlayOn(page);
  found['control'] = await violationsOn(page, 'sequence-overlay');
  await overlay.open();
  await overlay.panel.getByText(/Checks passed/).click();
  found['popover'] = await violationsOn(page, 'sequence-overlay');
  await overlay.enrollButton.click();
  await overlay.undoButton.waitFor();
  found['enrolled, with toast'] = await violationsOn(page, 'sequence-overlay');

  const popup = await openPopup(work.browser, page);
  await popup.page.getByText('Active: 1').waitFor();
  found['popup'] = await violationsOn(popup.page);

  for (const section of ['Sites', 'Mailbox', 'Enrollments', 'Settings'] as const) {
    await work.options.goTo(section);
    found[`options ${section}`] = await violationsOn(work.options.page);
  }

  const none = Object.fromEntries(Object.keys(found).map((name) => [name, []]));
  expect(found).toEqual(none);
});

test('with the keyboard alone: open, enroll, undo, and the focus comes back', async () => {
  work = await goToWork();
  const page = await work.openRecord(52);
  const overlay = overlayOn(page);

  await overlay.openButton.focus();
  await page.keyboard.press('Enter');
  await overlay.enrollButton.and(page.locator(':not([aria-disabled])')).waitFor();
  await page.keyboard.press('Escape');
  await overlay.panel.waitFor({ state: 'detached' });
  const focused = await overlay.openButton.evaluate(
    (button) => button.getRootNode() instanceof ShadowRoot && button.matches(':focus'),
  );
  expect(focused).toBe(true);

  await page.keyboard.press('Enter');
  await overlay.enrollButton.and(page.locator(':not([aria-disabled])')).waitFor();
  await page.keyboard.press('Control+Enter');
  await overlay.undoButton.waitFor();
});
