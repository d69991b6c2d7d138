import { describe, expect, it } from 'vitest';
import { json, type ScriptedAnswer, scriptedFetch } from '@/test/support/scripted-fetch';
import { revoke } from './revoke';

const { signal } = new AbortController();

describe('revoke', () => {
  it.each<[string, ScriptedAnswer, boolean]>([
    ['an answer that a browser may not read', () => Response.error(), true],
    ['a grant that was forgotten before', json(400, { error: 'invalid_token' }), true],
    ['a busy server', json(503, {}), false],
    ['no connection', new TypeError('Failed to fetch'), false],
  ])('knows whether Google was reached: %s', async (_, answer, reached) => {
    const { fetch, requests } = scriptedFetch(answer);

    expect(await revoke(fetch, 'refresh', signal)).toBe(reached);
    expect(requests[0]?.body).toBe('token=refresh');
  });

  it('does not ask to read the answer, which Google does not let us', async () => {
    const modes: (string | undefined)[] = [];
    const { fetch } = scriptedFetch((_, init) => {
      modes.push(init.mode);
      return json(200, {});
    });

    await revoke(fetch, 'refresh', signal);

    expect(modes).toEqual(['no-cors']);
  });
});
