import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';

const AXE = await readFile(
  new URL('../../node_modules/axe-core/axe.min.js', import.meta.url),
  'utf8',
);

interface Violation {
  readonly id: string;
  readonly help: string;
  readonly nodes: readonly { readonly target: readonly unknown[]; readonly html: string }[];
}

/** What the colors decide; everything else is the same in both schemes. */
const BY_COLOR = ['color-contrast', 'link-in-text-block'];

interface AxeOptions {
  readonly resultTypes: readonly ['violations'];
  readonly runOnly?: readonly string[];
}

declare global {
  var axe: {
    run: (
      context: unknown,
      options: AxeOptions,
    ) => Promise<{ readonly violations: readonly Violation[] }>;
  };
}

/** What axe finds in a page, or only in our part of somebody else's: in light, and in dark. */
export async function violationsOn(page: Page, within?: string): Promise<readonly string[]> {
  await page.evaluate(AXE);
  const light = await look(page, within, { resultTypes: ['violations'] });
  await page.emulateMedia({ colorScheme: 'dark' });
  const dark = await look(page, within, { resultTypes: ['violations'], runOnly: BY_COLOR });
  await page.emulateMedia({ colorScheme: 'light' });
  return [...light, ...dark.map((one) => `in dark: ${one}`)];
}

async function look(
  page: Page,
  within: string | undefined,
  options: AxeOptions,
): Promise<readonly string[]> {
  // Moving parts are half-transparent on their way, and contrast is measured as it stands.
  await page.evaluate(async () => {
    await new Promise((frame) => requestAnimationFrame(() => requestAnimationFrame(frame)));
    const ours = [...document.querySelectorAll('sequence-overlay')];
    const roots = [document, ...ours.flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    const moving = roots.flatMap((root) => root.getAnimations());
    await Promise.allSettled(moving.map(({ finished }) => finished));
  });
  const run = async () => {
    if (within !== undefined) await page.locator(within).first().waitFor({ state: 'attached' });
    return page.evaluate(
      ([selector, how]) =>
        globalThis.axe.run(selector === undefined ? document : { include: [selector] }, how),
      [within, options] as const,
    );
  };
  // Where the page builds itself anew at that very moment, our part is out of it for an instant.
  const { violations } = await run().catch((cause: unknown) => {
    if (!/No elements found/.test(String(cause))) throw cause;
    return run();
  });
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map(({ target, html }) => `${target.join(' ')} ${html}`).join(' | ')}`,
  );
}
