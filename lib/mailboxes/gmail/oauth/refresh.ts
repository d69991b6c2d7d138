import type { MailboxFailure } from '@/lib/mailboxes/mailbox';
import { type OAuthClient, TOKEN_URL } from './endpoints';
import { postForm } from './post-form';
import { readTokenAnswer } from './token-answer';

export type Refreshed =
  | {
      readonly kind: 'refreshed';
      readonly accessToken: string;
      readonly expiresInSeconds: number;
      /** Google keeps the old one; others hand out a new one each time. */
      readonly refreshToken?: string;
    }
  | MailboxFailure;

/** A new access token for the long-lived one. */
export async function refresh(
  fetch: typeof globalThis.fetch,
  { client, refreshToken }: { readonly client: OAuthClient; readonly refreshToken: string },
  signal: AbortSignal,
): Promise<Refreshed> {
  const answer = await postForm(fetch, {
    url: TOKEN_URL,
    fields: {
      grant_type: 'refresh_token',
      refresh_token: refreshToken,
      client_id: client.id,
      ...(client.secret !== undefined && { client_secret: client.secret }),
    },
    signal,
  });
  if (answer.kind !== 'answer') return answer;
  const result = readTokenAnswer(answer);
  if (result.kind === 'unavailable') return result;
  // A client that was changed or deleted, or a company's rule that asks to sign in again, takes no
  // permission back: the rep connects again and goes on.
  if (result.kind === 'refused') {
    const isRevoked = result.error === 'invalid_grant' && result.subtype !== 'invalid_rapt';
    return { kind: isRevoked ? 'revoked' : 'expired' };
  }
  const { access_token: accessToken, expires_in, refresh_token: rotated } = result.grant;
  return {
    kind: 'refreshed',
    accessToken,
    expiresInSeconds: expires_in,
    ...(rotated !== undefined && rotated !== '' && { refreshToken: rotated }),
  };
}
