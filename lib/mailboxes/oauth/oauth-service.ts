import type { AuthorizeFailureCode } from './authorize';
import type { TokenRefusal } from './token-answer';

/** The company's OAuth client. */
export interface OAuthClient {
  readonly id: string;
  /** Google asks one of web and desktop clients, PKCE or not. */
  readonly secret?: string;
  /** The company's directory at Microsoft, for a client that serves no other. */
  readonly tenant?: string;
}

/** What differs between the services that let us into a mailbox by OAuth 2 with PKCE. */
export interface OAuthService {
  readonly authorizeUrl: string;
  readonly tokenUrl: string;
  readonly scopes: readonly string[];
  /** Asked for together with the others; a person may leave them out on the consent page. */
  readonly optionalScopes: readonly string[];
  /** What the sign-in page is asked besides; `again` when a known account connects once more. */
  readonly signInParams: (how: 'first' | 'again' | 'silent') => Readonly<Record<string, string>>;
  /** Scopes of which the service says nothing in its answer, although it gave them. */
  readonly unspokenScopes: readonly string[];
  /** What a refusal of the sign-in page or of the token endpoint means when connecting. */
  readonly connectFailure: (refusal: TokenRefusal) => AuthorizeFailureCode;
  /**
   * What a refused refresh means: `silent` when the browser may still be signed in, so that the
   * sign-in page would let us in without a person.
   */
  readonly refreshFailure: (refusal: TokenRefusal) => 'revoked' | 'expired' | 'silent';
}
