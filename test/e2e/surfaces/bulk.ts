import type { Locator, Page } from 'playwright-core';
import { plain } from '../../support/check-sentences.ts';

/** Enrolling many from a list, by the names a person reads. */
export interface BulkSurface {
  readonly bar: Locator;
  readonly openButton: Locator;
  readonly panel: Locator;
  readonly acceptWarned: Locator;
  /** Ticks the first rows of the list, as its own page lets one. */
  readonly tick: (count: number) => Promise<void>;
  readonly open: () => Promise<void>;
  /** Presses the main button once it can be pressed; `Enroll` before, `Yes` in the confirm step. */
  readonly press: (name: RegExp) => Promise<void>;
  readonly cancelButton: Locator;
  /** Everything in the panel, without marks of direction. */
  readonly text: () => Promise<string>;
  readonly lines: () => Promise<readonly string[]>;
  /** The checks of every row that has any. */
  readonly checks: () => Promise<readonly string[]>;
}

export function bulkOn(page: Page): BulkSurface {
  const host = page.locator('sequence-overlay');
  const bar = host.getByRole('group', { name: 'Several contacts' });
  const openButton = bar.getByRole('button', { name: /^(Enroll \d+ selected|Show)$/ });
  const panel = host.getByRole('dialog', { name: /several contacts/ });
  return {
    bar,
    openButton,
    panel,
    acceptWarned: panel.getByRole('checkbox', { name: /^Also enroll those/ }),
    tick: async (count) => {
      await page.evaluate((most) => {
        const boxes = document.querySelectorAll<HTMLInputElement>('tbody input[type="checkbox"]');
        for (const box of [...boxes].slice(0, most)) box.click();
      }, count);
      await openButton.waitFor();
    },
    open: async () => {
      await openButton.click();
      await panel.getByText(/^Ready: /).waitFor();
      // Pale while it is checked once more.
      await panel.locator('section[aria-busy="true"]').waitFor({ state: 'detached' });
    },
    press: async (name) => {
      await panel.getByRole('button', { name }).and(page.locator(':not([aria-disabled])')).click();
    },
    cancelButton: panel.getByRole('button', { name: 'Stop here' }),
    text: async () => plain(await panel.innerText()),
    lines: async () => plain(await panel.innerText()).split('\n'),
    checks: async () => {
      const rows = panel.getByRole('list', { name: 'Contacts and what was found' });
      return (await rows.locator('li li > span:last-child').allTextContents()).map(plain);
    },
  };
}
