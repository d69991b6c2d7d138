import { expect, test } from 'vitest';
import { zone } from '@/test/support/builders';
import { zoneLabel } from './zone-label';

test.each([
  ['Europe/Warsaw', 'Europe/Warsaw (UTC+1, +2)'],
  ['America/New_York', 'America/New York (UTC−5, −4)'],
  ['Asia/Kolkata', 'Asia/Kolkata (UTC+5:30)'],
  ['UTC', 'UTC (UTC+0)'],
])('%s is shown as %s', (name, label) => {
  expect(zoneLabel(zone(name), 2026)).toBe(label);
});
