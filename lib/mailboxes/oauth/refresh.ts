import type { MailboxFailure } from '@/lib/mailboxes/mailbox';
import type { OAuthClient, OAuthService } from './oauth-service';
import { postForm } from './post-form';
import { readTokenAnswer } from './token-answer';

export type Refreshed =
  | {
      readonly kind: 'refreshed';
      readonly accessToken: string;
      readonly expiresInSeconds: number;
      /** Google keeps the old one; Microsoft hands out a new one each time. */
      readonly refreshToken?: string;
    }
  /** Refused, but the sign-in page may let us in without a person. */
  | { readonly kind: 'silent' }
  | MailboxFailure;

/** A new access token for the long-lived one. */
export async function refresh(
  fetch: typeof globalThis.fetch,
  {
    service,
    client,
    refreshToken,
  }: {
    readonly service: OAuthService;
    readonly client: OAuthClient;
    readonly refreshToken: string;
  },
  signal: AbortSignal,
): Promise<Refreshed> {
  const answer = await postForm(fetch, {
    url: service.tokenUrl,
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
  if (result.kind === 'refused') return { kind: service.refreshFailure(result) };
  const { access_token: accessToken, expires_in, refresh_token: rotated } = result.grant;
  return {
    kind: 'refreshed',
    accessToken,
    expiresInSeconds: expires_in,
    ...(rotated !== undefined && rotated !== '' && { refreshToken: rotated }),
  };
}
