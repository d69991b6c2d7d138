import type { Example } from './example';
import { contacts, sequences, sequenceVersions } from './v1-contacts';
import { claims, enrollments, JAN_NEXT, limits, outbox } from './v1-enrollments';

/*
 * Frozen: a rep's database of version 1 on the morning of 2026-11-24, 09:00 in Warsaw. Seven people
 * (all invented), one enrollment in each state, and one of the year before.
 */

const at = (text: string) => Date.parse(text);
const NOW = at('2026-11-24T08:00:00Z');
const bytes = (base64: string) => Uint8Array.from(atob(base64), (c) => c.charCodeAt(0));

const sender = (who: string, name: string) => ({
  id: `m-${who}`,
  kind: 'gmail',
  address: `${who}@example.com`,
  name,
  addresses: [{ address: `${who}@example.com`, name, isDefault: true }],
  zone: 'Europe/Warsaw',
  connection: 'connected',
  dailyLimit: 500,
  cursor: '1201',
  connectedAt: at('2025-09-01T08:00:00Z'),
});
const robin = sender('robin', 'Robin Rep');
const senders = [
  {
    ...robin,
    addresses: [...robin.addresses, { address: 'sales@example.com', name: '', isDefault: false }],
    polledAt: at('2026-11-24T07:59:30Z'),
  },
  {
    ...sender('sam', 'Sam Seller'),
    connection: 'revoked',
    connectedAt: at('2026-01-07T08:00:00Z'),
  },
];

/** Holds the text `refresh-token-of-robin`; its id is authenticated with it. */
const secret = {
  id: 'refreshToken:robin@example.com',
  key: await crypto.subtle.importKey(
    'raw',
    Uint8Array.from({ length: 32 }, (_, i) => i + 1),
    'AES-GCM',
    false,
    ['encrypt', 'decrypt'],
  ),
  iv: Uint8Array.from({ length: 12 }, (_, i) => i + 100),
  cipher: bytes('EjoVPvTx1FSMOMT9dgGXWtntd6mWiODiQ8wIk+BJmkpeSgnnOVU=').buffer,
};

const journal = [
  {
    at: at('2025-09-01T08:00:00Z'),
    code: 'mailboxConnected',
    actor: 'person',
    senderId: 'm-robin',
    params: {},
  },
  {
    at: at('2025-10-02T09:00:00Z'),
    code: 'replySeen',
    actor: 'engine',
    contactId: 'c-grace',
    enrollmentId: 'e-grace-2025',
    senderId: 'm-robin',
    params: { message: '1801' },
  },
  {
    at: at('2025-10-02T09:00:00Z'),
    code: 'unenrolled',
    actor: 'engine',
    contactId: 'c-grace',
    enrollmentId: 'e-grace-2025',
    senderId: 'm-robin',
    params: { reason: 'replied', sequence: 'Introduction' },
  },
  {
    at: at('2026-11-20T10:00:00Z'),
    code: 'deferred',
    actor: 'engine',
    contactId: 'c-jan',
    enrollmentId: 'e-jan',
    senderId: 'm-robin',
    params: { reason: 'limit', until: JAN_NEXT },
  },
  {
    at: at('2026-11-23T15:00:00Z'),
    code: 'pageDrifted',
    actor: 'engine',
    params: { site: 'hubspot', missing: 'email name' },
  },
  {
    at: NOW,
    code: 'enrolled',
    actor: 'person',
    contactId: 'c-ada',
    enrollmentId: 'e-ada',
    senderId: 'm-robin',
    params: { sequence: 'Introduction', origin: 'manual', version: 2 },
  },
];

export const v1: Example = {
  meta: [{ key: 'identity', value: '0193b1d2-7c00-7000-8000-000000000001' }],
  contacts,
  sequences,
  sequenceVersions,
  enrollments,
  claims,
  outbox,
  limits,
  senders,
  suppression: [
    { address: 'optout@example.com', reason: 'optedOut', at: at('2026-02-01T10:00:00Z') },
    { address: 'bounced@example.com', reason: 'bounced', at: at('2026-03-01T10:00:00Z') },
  ],
  secrets: [secret],
  journal,
};
