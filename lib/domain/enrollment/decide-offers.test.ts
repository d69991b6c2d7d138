import { describe, expect, test } from 'vitest';
import { bucketOf } from '@/lib/domain/limits/bucket';
import { DEFAULT_SEQUENCE_SETTINGS } from '@/lib/domain/sequence/settings';
import {
  aContact,
  address,
  aRequest,
  aSequence,
  goodFacts,
  senderId,
  zone,
} from '@/test/support/builders';
import { decide } from './decide';

const at = (text: string) => Date.parse(text);
const business = aSequence({ settings: { ...DEFAULT_SEQUENCE_SETTINGS, unsubscribe: false } });
const inWarsaw = { contact: aContact({ zone: zone('Europe/Warsaw') }), holdMs: 0 };

describe('what is offered instead', () => {
  test('a person is offered the next opening, and taking it enrolls', () => {
    const now = at('2026-11-21T10:00Z');
    const facts = goodFacts({ sequence: business });

    const { offers } = decide(aRequest(inWarsaw), facts, now);
    const taken = decide(aRequest({ ...inWarsaw, sendAt: offers[0]?.at ?? 0 }), facts, now);

    expect(offers).toEqual([{ at: at('2026-11-23T07:00Z'), why: 'window' }]);
    expect(taken).toMatchObject({ kind: 'enroll', offers: [], plan: { clockMinute: 8 * 60 } });
  });

  test('a person is offered the first free slot that lies within the hours, a workflow nothing', () => {
    const now = at('2026-11-23T09:00Z');
    const facts = goodFacts({
      sequence: business,
      // Free again at 20:05 in Warsaw, when the window has closed.
      buckets: [
        {
          senderId: senderId('sender-1'),
          start: bucketOf(at('2026-11-22T19:00Z')),
          sent: 1_000,
          scheduled: 0,
          minutes: [200, 200, 200, 200, 200],
        },
      ],
    });

    const asked = decide(aRequest(inWarsaw), facts, now);
    const skipped = decide(aRequest({ ...inWarsaw, origin: 'workflow' }), facts, now);

    expect(asked.offers).toEqual([{ at: at('2026-11-24T07:00Z'), why: 'limit' }]);
    expect(asked.checks.find(({ code }) => code === 'dailyLimit')?.params).toMatchObject({
      free: at('2026-11-24T07:00Z'),
    });
    expect(skipped.offers).toEqual([]);
  });

  test('a workflow spreads what waits for the window over its first hour', () => {
    const now = at('2026-11-21T10:00Z');
    const starts = ['ada', 'grace', 'alan', 'edsger', 'barbara'].map((name) => {
      const contact = aContact({ emails: [address(`${name}@example.com`)] });
      const request = aRequest({
        ...inWarsaw,
        origin: 'workflow',
        contact: { ...contact, zone: zone('Europe/Warsaw') },
      });
      const decision = decide(request, goodFacts({ sequence: business }), now);
      return decision.kind === 'enroll' ? decision.plan.steps[0].at : Number.NaN;
    });

    expect(new Set(starts).size).toBeGreaterThan(1);
    for (const start of starts) {
      expect(start).toBeGreaterThanOrEqual(at('2026-11-23T07:00Z'));
      expect(start).toBeLessThan(at('2026-11-23T08:00Z'));
    }
  });
});
