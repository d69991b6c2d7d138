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

declare global {
  var axe: {
    run: (
      context: unknown,
      options: { readonly resultTypes: readonly ['violations'] },
    ) => Promise<{ readonly violations: readonly Violation[] }>;
  };
}

/** What axe finds in a page, or only in our part of somebody else's. */
export async function violationsOn(page: Page, within?: string): Promise<readonly string[]> {
  // Moving parts are half-transparent on their way, and contrast is measured as it stands.
  await page.evaluate(() =>
    Promise.allSettled(document.getAnimations().map(({ finished }) => finished)),
  );
  await page.evaluate(AXE);
  const look = async () => {
    if (within !== undefined) await page.locator(within).first().waitFor({ state: 'attached' });
    return page.evaluate(
      (selector) =>
        globalThis.axe.run(selector === undefined ? document : { include: [selector] }, {
          resultTypes: ['violations'],
        }),
      within,
    );
  };
  // Where the page builds itself anew at that very moment, our part is out of it for an instant.
  const { violations } = await look().catch((cause: unknown) => {
    if (!/No elements found/.test(String(cause))) throw cause;
    return look();
  });
  return violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}: ${nodes.map(({ target, html }) => `${target.join(' ')} ${html}`).join(' | ')}`,
  );
}
