import type { OAuthClient } from './endpoints';
import { TOKEN_URL } from './endpoints';
import { postForm } from './post-form';
import { readTokenAnswer, type TokenAnswer } from './token-answer';

/** Trades the code of the sign-in window for tokens. A code works once. */
export async function exchangeCode(
  fetch: typeof globalThis.fetch,
  {
    client,
    code,
    verifier,
    redirectUri,
  }: {
    readonly client: OAuthClient;
    readonly code: string;
    readonly verifier: string;
    readonly redirectUri: string;
  },
  signal: AbortSignal,
): Promise<TokenAnswer | { readonly kind: 'offline' }> {
  const answer = await postForm(fetch, {
    url: TOKEN_URL,
    fields: {
      grant_type: 'authorization_code',
      code,
      code_verifier: verifier,
      redirect_uri: redirectUri,
      client_id: client.id,
      ...(client.secret !== undefined && { client_secret: client.secret }),
    },
    signal,
  });
  if (answer.kind === 'answer') return readTokenAnswer(answer);
  return { kind: answer.kind === 'offline' ? 'offline' : 'unavailable' };
}
