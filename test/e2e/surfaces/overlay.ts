import type { Locator, Page } from 'playwright-core';
import { plain } from '../../support/check-sentences.ts';

/** What the extension shows on a page, by the names a person reads. */
export interface OverlaySurface {
  readonly host: Locator;
  readonly chip: Locator;
  readonly openButton: Locator;
  readonly unenrollButton: Locator;
  readonly panel: Locator;
  readonly enrollButton: Locator;
  readonly undoButton: Locator;
  readonly contactPicker: Locator;
  readonly toast: (text: string | RegExp) => Locator;
  /** Every check of the open panel as a sentence, those behind "Checks passed" as well. */
  readonly checks: () => Promise<readonly string[]>;
  readonly chooseSequence: (name: string) => Promise<void>;
  /** By the address it sends from, or as the contact's owner. */
  readonly chooseSender: (label: string) => Promise<void>;
  /** Chooses what stands in the small menu beside the main button of somebody enrolled. */
  readonly chooseMore: (item: string) => Promise<void>;
  /** Waits until the open panel can enroll; when it cannot, says what it shows instead. */
  readonly ready: () => Promise<void>;
  /** Opens the panel and waits until it can enroll. */
  readonly open: () => Promise<void>;
  /** Opens the panel, enrolls, and waits until the control says so. */
  readonly enroll: () => Promise<void>;
}

export function overlayOn(page: Page): OverlaySurface {
  const host = page.locator('sequence-overlay');
  const chip = host.getByRole('group', { name: 'Sequences' });
  const openButton = chip.getByRole('button', { name: /^Enroll/ });
  const unenrollButton = chip.getByRole('button', { name: 'Unenroll' });
  const panel = host.getByRole('dialog');
  const enrollButton = panel.getByRole('button', { name: /^Enroll/ });
  const ready = async () => {
    const usable = enrollButton.and(page.locator(':not([aria-disabled])'));
    await usable.waitFor().catch(async (cause: unknown) => {
      const shown = (await panel.isVisible())
        ? [await panel.innerText(), await panel.locator('.so-panel-foot').innerHTML()]
        : ['no panel', await page.evaluate(() => document.visibilityState)];
      throw new Error(`Cannot enroll. The page shows: ${shown.join('\n')}`, { cause });
    });
  };
  const open = async () => {
    await openButton.click();
    await ready();
  };
  return {
    host,
    chip,
    openButton,
    unenrollButton,
    panel,
    enrollButton,
    undoButton: host.getByRole('button', { name: /^Undo/ }),
    contactPicker: chip.getByRole('combobox', { name: 'Contact' }),
    toast: (text) => host.locator('.so-toasts').getByText(text),
    ready,
    open,
    checks: async () => {
      const sentences = panel
        .getByRole('region', { name: 'Checks' })
        .locator('li > span:last-child');
      return (await sentences.allTextContents()).map(plain);
    },
    chooseSequence: async (name) => {
      await panel.getByRole('combobox', { name: 'Sequence' }).click();
      await panel.getByRole('option', { name }).click();
    },
    chooseSender: async (label) => {
      await panel.getByLabel('From', { exact: true }).selectOption({ label });
    },
    chooseMore: async (item) => {
      const choice = chip.getByRole('button', { name: item, exact: true });
      const choose = async () => {
        if (!(await choice.isVisible())) await chip.getByRole('button', { name: 'More' }).click();
        await choice.click({ timeout: 2_000 });
      };
      // A page that moves the control while it builds itself anew closes the menu: opened again then.
      await choose().catch(choose);
    },
    enroll: async () => {
      await open();
      await enrollButton.click();
      await unenrollButton.waitFor();
    },
  };
}
