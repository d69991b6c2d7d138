import type { Secret } from './schema';

const ALGORITHM = 'AES-GCM';

/** Encrypts text with a fresh key that can be used here but never exported. Bound to its id. */
export async function encryptSecret(id: string, text: string): Promise<Secret> {
  const key = await crypto.subtle.generateKey({ name: ALGORITHM, length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const cipher = await crypto.subtle.encrypt(
    parameters(id, iv),
    key,
    new TextEncoder().encode(text),
  );
  return { id, key, iv, cipher };
}

/** The text again, or `undefined` when record or key are damaged or lost: never an exception. */
export async function decryptSecret({ id, key, iv, cipher }: Secret): Promise<string | undefined> {
  try {
    const plain = await crypto.subtle.decrypt(parameters(id, iv), key, cipher);
    return new TextDecoder('utf-8', { fatal: true }).decode(plain);
  } catch {
    return undefined;
  }
}

function parameters(id: string, iv: Uint8Array<ArrayBuffer>): AesGcmParams {
  return { name: ALGORITHM, iv, additionalData: new TextEncoder().encode(id) };
}
