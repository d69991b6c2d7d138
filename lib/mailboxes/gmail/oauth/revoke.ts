import { REVOKE_URL } from './endpoints';
import { postForm } from './post-form';

/**
 * Tells Google to forget a grant, when the rep disconnects. Says whether Google knows; if not, the
 * rep can still remove the access on Google's own account page.
 */
export async function revoke(
  fetch: typeof globalThis.fetch,
  token: string,
  signal: AbortSignal,
): Promise<boolean> {
  const answer = await postForm(fetch, { url: REVOKE_URL, fields: { token }, signal });
  // 400 invalid_token: it was forgotten before.
  return answer.kind === 'answer' && (answer.status === 200 || answer.status === 400);
}
