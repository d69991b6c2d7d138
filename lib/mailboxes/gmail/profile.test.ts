import { describe, expect, it } from 'vitest';
import { parseEmailAddress } from '@/lib/domain/contact/email-address';
import { json } from '@/test/support/scripted-fetch';
import { aMailbox } from '@/test/support/scripted-gmail';

const { signal } = new AbortController();

describe('profile', () => {
  const own = (emailAddress: string) => json(200, { emailAddress, historyId: '1' });

  it('lists the own address first, then verified aliases, with the default the rep chose', async () => {
    const sendAs = [
      {
        sendAsEmail: 'team@example.com',
        displayName: 'Team',
        isDefault: true,
        verificationStatus: 'accepted',
      },
      { sendAsEmail: 'new@example.com', verificationStatus: 'pending' },
      { sendAsEmail: 'Rita@example.com', displayName: 'Rita', isPrimary: true },
      { sendAsEmail: 'not an address', verificationStatus: 'accepted' },
    ];
    const { mailbox } = aMailbox(own('rita@example.com'), json(200, { sendAs }));

    expect(await mailbox.profile(signal)).toMatchObject({
      kind: 'ok',
      value: {
        addresses: [
          { address: 'rita@example.com', name: 'Rita', isDefault: false },
          { address: 'team@example.com', name: 'Team', isDefault: true },
        ],
      },
    });
  });

  it("carries each address's signature, cleaned, and none where it says nothing", async () => {
    const entry = (sendAsEmail: string, signature: string) => ({
      sendAsEmail,
      signature,
      verificationStatus: 'accepted',
    });
    const sendAs = [
      entry('rita@example.com', '<div onclick="x()"><b>Rita</b><script>x()</script></div>'),
      entry('team@example.com', '<div><br></div>&nbsp;'),
      entry('logo@example.com', '<img src="https://example.com/logo.png">'),
      entry('long@example.com', 'x'.repeat(10_001)),
    ];
    const { mailbox } = aMailbox(own('rita@example.com'), json(200, { sendAs }));

    const result = await mailbox.profile(signal);

    expect(result.kind === 'ok' && result.value.addresses.map((one) => one.signature)).toEqual([
      '<div><b>Rita</b></div>',
      undefined,
      '<img src="https://example.com/logo.png">',
      undefined,
    ]);
  });

  it.each([
    ['rita@gmail.com', 350],
    ['rita@GoogleMail.com', 350],
    ['rita@notgmail.com', 1_000],
    ['rita@gmail.com.example.com', 1_000],
  ])('knows the limit of %s', async (address, dailyLimit) => {
    const { mailbox } = aMailbox(own(address), json(200, {}));

    expect(await mailbox.profile(signal)).toMatchObject({ kind: 'ok', value: { dailyLimit } });
  });

  it('goes on with the own address where a company forbids reading settings', async () => {
    const forbidden = json(403, { error: { errors: [{ reason: 'domainPolicy' }] } });
    const { mailbox } = aMailbox(own('rita@example.com'), forbidden);

    const result = await mailbox.profile(signal);

    expect(result.kind === 'ok' && result.value.addresses).toEqual([
      { address: parseEmailAddress('rita@example.com'), name: '', isDefault: true },
    ]);
  });
});
