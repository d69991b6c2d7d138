/** The sign-in page has one form per user; its fields are all that a click on it would send. */
function formOf(page: string, user: string): URLSearchParams {
  for (const [form] of page.matchAll(/<form[\s\S]*?<\/form>/g)) {
    const fields = new URLSearchParams();
    for (const [input] of form.matchAll(/<input\b[^>]*>/g)) {
      const name = /\bname="([^"]*)"/.exec(input)?.[1];
      const value = /\bvalue="([^"]*)"/.exec(input)?.[1] ?? '';
      if (name !== undefined) fields.append(unescapeHtml(name), unescapeHtml(value));
    }
    if (fields.get('email') === user) return fields;
  }
  throw new Error(`the sign-in page has no button for ${user}`);
}

function unescapeHtml(html: string): string {
  return html
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&#x27;', "'")
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}

/**
 * Opens the sign-in page, presses the user's button and returns the redirect.
 *
 * @param choice.scope what the user leaves ticked on the consent page, if not everything; the
 * emulator has no such page
 */
export async function approveSignIn(
  origin: string,
  authUrl: string,
  choice: { readonly user: string; readonly scope?: string },
): Promise<string> {
  const { pathname, search } = new URL(authUrl);
  const page = await fetch(new URL(pathname + search, origin));
  const fields = formOf(await page.text(), choice.user);
  if (choice.scope !== undefined) fields.set('scope', choice.scope);
  const answer = await fetch(new URL('/o/oauth2/v2/auth/callback', origin), {
    method: 'POST',
    body: fields,
    redirect: 'manual',
  });
  const location = answer.headers.get('location');
  if (location === null) throw new Error(`the sign-in page answered ${answer.status}`);
  return location;
}
