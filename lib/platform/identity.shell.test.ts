import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { browserIdentity } from './identity';

const { signal } = new AbortController();
const launch = vi.fn<(details: object) => Promise<string | undefined>>();
let redirect = 'https://abc.chromiumapp.org/';

beforeEach(() => {
  launch.mockReset();
  Object.assign(fakeBrowser, {
    identity: { getRedirectURL: () => redirect, launchWebAuthFlow: launch },
  });
});

describe('browserIdentity', () => {
  it('takes the redirect address of the browser', () => {
    redirect = 'https://abc.chromiumapp.org/';

    expect(browserIdentity.redirectUri()).toBe('https://abc.chromiumapp.org/');
  });

  it('takes the loopback form in Firefox, which Google accepts', () => {
    redirect = 'https://0a1b2c.extensions.allizom.org/';

    expect(browserIdentity.redirectUri()).toBe('http://127.0.0.1/mozoauth2/0a1b2c');
  });

  it('returns where the window was sent', async () => {
    launch.mockResolvedValue('https://abc.chromiumapp.org/?code=1');

    expect(await browserIdentity.signIn('https://a.example.com/', signal)).toEqual({
      kind: 'redirected',
      url: 'https://abc.chromiumapp.org/?code=1',
    });
    expect(launch).toHaveBeenCalledWith({ url: 'https://a.example.com/', interactive: true });
  });

  it('asks without a window where nobody is to be bothered', async () => {
    launch.mockRejectedValue(new Error('User interaction required.'));

    const signedIn = await browserIdentity.signIn('https://a.example.com/', signal, {
      silent: true,
    });

    expect(signedIn).toEqual({ kind: 'cancelled' });
    expect(launch).toHaveBeenCalledWith({
      url: 'https://a.example.com/',
      interactive: false,
      abortOnLoadForNonInteractive: false,
      timeoutMsForNonInteractive: 15_000,
    });
  });

  it.each([
    ['The user did not approve access.', 'cancelled'],
    ['User cancelled or denied access.', 'cancelled'],
    ['Authorization page could not be loaded.', 'offline'],
  ])('names a window that ended with "%s"', async (message, kind) => {
    launch.mockRejectedValue(new Error(message));

    expect(await browserIdentity.signIn('https://a.example.com/', signal)).toEqual({ kind });
  });

  it('stops waiting with its signal', async () => {
    const caller = new AbortController();
    launch.mockReturnValue(new Promise(() => undefined));

    const signingIn = browserIdentity.signIn('https://a.example.com/', caller.signal);
    caller.abort('stopped');

    await expect(signingIn).rejects.toBe('stopped');
  });
});
