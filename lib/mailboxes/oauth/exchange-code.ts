import type { OAuthClient } from './oauth-service';
import { postForm } from './post-form';
import { readTokenAnswer, type TokenAnswer } from './token-answer';

/** Trades the code of the sign-in window for tokens. A code works once. */
export async function exchangeCode(
  fetch: typeof globalThis.fetch,
  {
    tokenUrl,
    client,
    code,
    verifier,
    redirectUri,
  }: {
    readonly tokenUrl: string;
    readonly client: OAuthClient;
    readonly code: string;
    readonly verifier: string;
    readonly redirectUri: string;
  },
  signal: AbortSignal,
): Promise<TokenAnswer | { readonly kind: 'offline' }> {
  const answer = await postForm(fetch, {
    url: tokenUrl,
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
