const BASE64URL = { alphabet: 'base64url', omitPadding: true } as const;

/** Proves to the token endpoint that we are who asked for the code (RFC 7636, S256). */
export interface Pkce {
  readonly verifier: string;
  readonly challenge: string;
}

export async function createPkce(crypto: Crypto): Promise<Pkce> {
  const verifier = randomText(crypto);
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(verifier));
  return { verifier, challenge: new Uint8Array(digest).toBase64(BASE64URL) };
}

/** 256 random bits as text that needs no encoding in a URL. */
export function randomText(crypto: Crypto): string {
  return crypto.getRandomValues(new Uint8Array(32)).toBase64(BASE64URL);
}
