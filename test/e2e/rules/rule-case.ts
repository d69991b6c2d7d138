import type { Page } from 'playwright-core';
import type { CheckCode } from '../../../lib/domain/enrollment/check.ts';
import type { OverlaySurface } from '../surfaces/overlay.ts';
import type { RuleWorld } from './rule-world.ts';

/** One sentence of one check, and how it comes to stand in the popover. */
export interface RuleCase {
  readonly rule: string;
  readonly code: CheckCode;
  readonly variant: string;
  /** What the sentence names, besides the chosen sequence and sender. */
  readonly values?: Readonly<Record<string, string | number>>;
  /** Whose record is open; somebody with nothing against them unless told. */
  readonly record?: number;
  readonly sequence?: string;
  readonly sender?: string;
  /** What happens while the popover is open. */
  readonly meanwhile?: (now: {
    readonly rules: RuleWorld;
    readonly page: Page;
    readonly overlay: OverlaySurface;
  }) => Promise<void>;
}

/** The record shows a property anew, as it does after somebody has changed it. */
export async function showAgain(page: Page, property: string, value: string): Promise<void> {
  await page.evaluate(
    ([name, text]) => {
      const row = document.querySelector(`[data-test-id="${name}"]`);
      const next = row?.cloneNode(true);
      if (!(next instanceof Element)) throw new Error(`no property ${name} on the page`);
      const shown = next.querySelector(`[data-selenium-test="property-input-${name}"]`);
      if (shown) shown.textContent = text;
      row?.replaceWith(next);
    },
    [property, value] as const,
  );
}
