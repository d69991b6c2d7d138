import type { AuthorizeFailureCode } from '@/lib/mailboxes/oauth/authorize';
import type { OAuthService } from '@/lib/mailboxes/oauth/oauth-service';
import type { TokenRefusal } from '@/lib/mailboxes/oauth/token-answer';

/** Drafts and sending; reading headers of answers. The address comes with the profile. */
export const SCOPES = [
  'https://www.googleapis.com/auth/gmail.compose',
  'https://www.googleapis.com/auth/gmail.readonly',
] as const;

/** Meetings with contacts; without it they are not noticed. */
const OPTIONAL_SCOPES = ['https://www.googleapis.com/auth/calendar.events.readonly'];

/** Google's OAuth 2. The extension's CSP allows the token endpoint's host. */
export const googleService: OAuthService = {
  authorizeUrl: 'https://accounts.google.com/o/oauth2/v2/auth',
  tokenUrl: 'https://oauth2.googleapis.com/token',
  scopes: SCOPES,
  optionalScopes: OPTIONAL_SCOPES,
  unspokenScopes: [],
  // Always shows the consent page: without it Google hands out no refresh token a second time.
  signInParams: () => ({ access_type: 'offline', prompt: 'consent' }),
  connectFailure,
  // A client that was changed or deleted, or a company's rule that asks to sign in again, takes no
  // permission back: the rep connects again and goes on.
  refreshFailure: ({ error, subtype }) =>
    error === 'invalid_grant' && subtype !== 'invalid_rapt' ? 'revoked' : 'expired',
};

/** RFC 6749 error codes; Google's own `admin_policy_enforced` is the company saying no. */
function connectFailure({ error }: TokenRefusal): AuthorizeFailureCode {
  switch (error) {
    case 'access_denied':
    case 'admin_policy_enforced':
    case 'org_internal':
      return 'denied';
    case 'invalid_client':
    case 'unauthorized_client':
    case 'invalid_request':
    case 'redirect_uri_mismatch':
    case 'deleted_client':
    case 'disabled_client':
      return 'badClient';
    case 'invalid_scope':
      return 'missingScope';
    default:
      return 'unavailable';
  }
}
