import type { Locator, Page } from 'playwright-core';

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
  const open = async () => {
    await openButton.click();
    await enrollButton.and(page.locator(':not([aria-disabled])')).waitFor();
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
    open,
    enroll: async () => {
      await open();
      await enrollButton.click();
      await unenrollButton.waitFor();
    },
  };
}
