import { cleanup, render, screen } from '@testing-library/preact';
import { afterEach, expect, test } from 'vitest';
import { ConnectProgress } from './connect-progress';
import type { ConnectState } from './connect-state';

afterEach(cleanup);

const show = ({ connect }: { readonly connect: ConnectState }) =>
  render(<ConnectProgress connect={connect} />);

test.each([
  ['noClientId', /no Google client ID yet.*“Google client”/],
  ['cancelled', /window was closed/],
  ['denied', /ask your Google admin/],
  ['badClient', /Google does not accept this client/],
  ['missingScope', /allow everything that is asked/],
  ['differentAccount', /another account/],
  ['offline', /when you are online/],
  ['unavailable', /try again in a minute/],
] as const)('%s names its next step and is read out', (code, sentence) => {
  show({ connect: { kind: 'failed', mailbox: 'gmail', code } });

  expect(screen.getByText(sentence).closest('[aria-live="polite"]')).toBeTruthy();
});

test.each([
  ['noClientId', /no Microsoft client ID yet.*“Microsoft app”/],
  ['cancelled', /begins with AADSTS, check the client ID, the directory/],
  ['denied', /ask your Microsoft admin to approve/],
  ['badClient', /Microsoft does not accept.*“Microsoft app”/],
  ['unavailable', /Microsoft did not answer/],
] as const)('%s at Microsoft names its next step', (code, sentence) => {
  show({ connect: { kind: 'failed', mailbox: 'outlook', code } });

  expect(screen.getByText(sentence)).toBeTruthy();
});
