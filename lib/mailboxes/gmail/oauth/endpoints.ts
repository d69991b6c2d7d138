/** Google's OAuth 2 endpoints. The extension's CSP allows the second and third and no other. */
export const AUTHORIZE_URL = 'https://accounts.google.com/o/oauth2/v2/auth';
export const TOKEN_URL = 'https://oauth2.googleapis.com/token';
export const REVOKE_URL = 'https://oauth2.googleapis.com/revoke';

/** Drafts and sending; reading headers of answers. The address comes with the profile. */
export const SCOPES = [
  'https://www.googleapis.com/auth/gmail.compose',
  'https://www.googleapis.com/auth/gmail.readonly',
] as const;

/** Meetings with contacts. Asked for together with the others; without it they are not noticed. */
export const OPTIONAL_SCOPES = [
  'https://www.googleapis.com/auth/calendar.events.readonly',
] as const;

/** The company's OAuth client. Google asks a secret of web and desktop clients, PKCE or not. */
export interface OAuthClient {
  readonly id: string;
  readonly secret?: string;
}
