import type { AuthorizeFailureCode } from '@/lib/mailboxes/oauth/authorize';
import type { OAuthService } from '@/lib/mailboxes/oauth/oauth-service';
import type { TokenRefusal } from '@/lib/mailboxes/oauth/token-answer';

const LOGIN = 'https://login.microsoftonline.com';

/** Staying signed in; whose mailbox it is; drafts and reading answers; sending. */
export const SCOPES = ['offline_access', 'User.Read', 'Mail.ReadWrite', 'Mail.Send'] as const;

/** Whatever account the app lets in: work, school or personal. */
export const ANY_TENANT = 'common';

/** Consent was taken back, or never covered what is asked. */
const CONSENT_MISSING = new Set([65001, 65004, 90094, 90095]);

/**
 * Microsoft's OAuth 2 for an app of the type "single-page application": the only one whose tokens a
 * browser may fetch (AADSTS9002326). It needs no secret, and its refresh token ends after a day
 * (AADSTS700084) and is then replaced by a silent sign-in.
 *
 * @param tenant the company's directory, or {@link ANY_TENANT}
 */
export function microsoftService(tenant: string): OAuthService {
  const base = `${LOGIN}/${encodeURIComponent(tenant)}/oauth2/v2.0`;
  return {
    authorizeUrl: `${base}/authorize`,
    tokenUrl: `${base}/token`,
    scopes: SCOPES,
    // Nobody can leave out a single one here. A calendar that the company has allowed the app to read
    // (`Calendars.Read`) comes with every token, asked for or not.
    optionalScopes: [],
    unspokenScopes: ['offline_access'],
    signInParams: (how) => ({
      response_mode: 'query',
      ...(how === 'first' && { prompt: 'select_account' }),
      ...(how === 'silent' && { prompt: 'none' }),
    }),
    connectFailure,
    refreshFailure,
  };
}

function connectFailure({ error, codes }: TokenRefusal): AuthorizeFailureCode {
  if (codes.some((code) => CONSENT_MISSING.has(code))) return 'denied';
  switch (error) {
    case 'access_denied':
    case 'consent_required':
    case 'interaction_required':
    case 'login_required':
      return 'denied';
    case 'invalid_client':
    case 'unauthorized_client':
    case 'invalid_request':
    case 'invalid_resource':
      return 'badClient';
    case 'invalid_scope':
      return 'missingScope';
    default:
      return 'unavailable';
  }
}

function refreshFailure({ error, codes }: TokenRefusal): 'revoked' | 'expired' | 'silent' {
  if (codes.some((code) => CONSENT_MISSING.has(code))) return 'revoked';
  const isOver = error === 'invalid_grant' || error === 'interaction_required';
  return isOver ? 'silent' : 'expired';
}
