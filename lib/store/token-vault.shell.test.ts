import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createConnection } from './connection';
import { openDatabase } from './database';
import { createSecretShelf } from './secrets';
import { createTokenVault } from './token-vault';

let now = 0;

function aVault() {
  const connection = createConnection(openDatabase);
  const shelf = createSecretShelf(connection);
  return { shelf, connection, vault: createTokenVault({ shelf, clock: { now: () => now } }) };
}

const bytes = (buffer = new ArrayBuffer(0)) => [...new Uint8Array(buffer)];

beforeEach(() => {
  now = Date.UTC(2026, 10, 20);
});

describe('createTokenVault', () => {
  it('gives back a refresh token after the worker was started anew', async () => {
    await aVault().vault.writeRefresh('rita', 'secret-token');

    expect(await aVault().vault.readRefresh('rita')).toBe('secret-token');
    expect(await aVault().vault.readRefresh('bob')).toBeUndefined();
  });

  it('keeps a refresh token encrypted, under a key that cannot be exported', async () => {
    const { vault, shelf } = aVault();
    await vault.writeRefresh('rita', 'secret-token');

    const secret = await shelf.get('refreshToken:rita');
    if (secret === undefined) throw new Error('nothing was kept');
    expect(Buffer.from(secret.cipher).includes('secret-token')).toBe(false);
    expect(secret.key.extractable).toBe(false);
    await expect(crypto.subtle.exportKey('raw', secret.key)).rejects.toThrow();
    expect(JSON.stringify(await fakeBrowser.storage.local.get())).not.toContain('secret-token');
    expect(JSON.stringify(await fakeBrowser.storage.session.get())).not.toContain('secret-token');
  });

  it('never uses a key and a start value twice', async () => {
    const { vault, shelf } = aVault();
    await vault.writeRefresh('rita', 'same');
    const first = await shelf.get('refreshToken:rita');
    await vault.writeRefresh('rita', 'same');
    const second = await shelf.get('refreshToken:rita');

    expect(first?.iv).not.toEqual(second?.iv);
    expect(bytes(first?.cipher)).not.toEqual(bytes(second?.cipher));
  });

  it.each<
    [string, (secret: { cipher: ArrayBuffer; iv: Uint8Array<ArrayBuffer>; id: string }) => object]
  >([
    ['damaged', ({ cipher }) => ({ cipher: cipher.slice(1) })],
    ['emptied', () => ({ cipher: new ArrayBuffer(0) })],
    ['without its key', () => ({ key: undefined })],
    ['with a wrong start value', () => ({ iv: new Uint8Array(12) })],
  ])('has no refresh token when the record is %s', async (_, damage) => {
    const { vault, connection, shelf } = aVault();
    await vault.writeRefresh('rita', 'secret-token');
    const secret = await shelf.get('refreshToken:rita');
    if (secret === undefined) throw new Error('nothing was kept');
    const damaged = { ...secret, ...damage(secret) };
    await (await connection.get()).put('secrets', damaged);

    expect(await vault.readRefresh('rita')).toBeUndefined();
  });

  it("does not accept one account's record under another's name", async () => {
    const { vault, shelf } = aVault();
    await vault.writeRefresh('rita', 'secret-token');
    const secret = await shelf.get('refreshToken:rita');
    if (secret === undefined) throw new Error('nothing was kept');
    await shelf.put({ ...secret, id: 'refreshToken:bob' });

    expect(await vault.readRefresh('bob')).toBeUndefined();
  });

  it('keeps an access token in memory, until shortly before it ends', async () => {
    const { vault } = aVault();
    await vault.writeAccess('rita', 'access', 3_600);

    expect(await vault.readAccess('rita')).toBe('access');
    expect(await fakeBrowser.storage.local.get()).toEqual({});
    now += 3_539_000;
    expect(await vault.readAccess('rita')).toBe('access');
    now += 2_000;
    expect(await vault.readAccess('rita')).toBeUndefined();
  });

  it('takes an access record of another shape for none', async () => {
    await fakeBrowser.storage.session.set({ 'accessToken:rita': 'old form' });

    expect(await aVault().vault.readAccess('rita')).toBeUndefined();
  });

  it('drops the access token alone, or forgets both', async () => {
    const { vault } = aVault();
    await vault.writeAccess('rita', 'access', 3_600);
    await vault.writeRefresh('rita', 'refresh');

    await vault.dropAccess('rita');
    expect(await vault.readAccess('rita')).toBeUndefined();
    expect(await vault.readRefresh('rita')).toBe('refresh');

    await vault.clear('rita');
    expect(await vault.readRefresh('rita')).toBeUndefined();
  });
});
