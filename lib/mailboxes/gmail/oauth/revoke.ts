import { postForm } from '@/lib/mailboxes/oauth/post-form';

const REVOKE_URL = 'https://oauth2.googleapis.com/revoke';

/**
 * Tells Google to forget a grant, when the rep disconnects. Says whether Google was reached; if not,
 * the rep can still remove the access on Google's own account page.
 */
export async function revoke(
  fetch: typeof globalThis.fetch,
  token: string,
  signal: AbortSignal,
): Promise<boolean> {
  const answer = await postForm(fetch, {
    url: REVOKE_URL,
    fields: { token },
    signal,
    // Google documents that this endpoint takes forms but does not answer CORS: the form arrives,
    // and what it answers cannot be read (status 0 in a browser).
    mode: 'no-cors',
  });
  return answer.kind === 'answer' && answer.status < 500;
}
