import type { BrowserContext } from 'playwright-core';
import { serveRoutes } from '../pages/serve-routes.ts';

/** A contact of the synthetic CRM, by HubSpot's names. */
export type CrmContact = Readonly<Record<string, string>>;

/**
 * Adds contacts to the synthetic CRM of this browser, and to its records a property for their owner.
 * The pages stay as they are: what they are given to show is more.
 */
export async function addContacts(
  context: BrowserContext,
  contacts: Readonly<Record<number, CrmContact>>,
): Promise<void> {
  const change = (file: string, edit: (code: string) => string) =>
    context.route(`https://app.hubspot.com/**/${file}`, async (route) => {
      const answer = serveRoutes('app.hubspot.com', new URL(route.request().url()));
      if (answer) await route.fulfill({ ...answer, body: edit(answer.body) });
      else await route.abort();
    });
  const more = `Object.assign(globalThis.contacts, ${JSON.stringify(contacts)});`;
  await change('contacts.js', (code) => `${code}\n${more}`);
  await change('record.js', (code) =>
    code.replace('const LABELS = {', "const LABELS = { hubspot_owner_email: 'Contact owner',"),
  );
}
