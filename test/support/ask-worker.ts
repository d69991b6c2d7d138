import type { Page } from 'playwright-core';
import type { Input, MessageName, Output } from '../../lib/rpc/protocol.ts';

/**
 * Sends the worker one message of the protocol from a page of our own, as that page would.
 *
 * @throws when the worker refuses
 */
export async function askWorker<Name extends MessageName>(
  page: Page,
  name: Name,
  input: Input<Name>,
): Promise<Output<Name>> {
  const answer = await page.evaluate((message) => chrome.runtime.sendMessage({ ...message }), {
    rpc: name,
    input: JSON.parse(JSON.stringify(input)),
  });
  if (answer?.kind !== 'answer') throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer.value;
}
