import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { CHECK_CODES } from '../../lib/domain/enrollment/check';
import { CHECK_PARAMS } from '../../lib/i18n/check-params';
import { askWorker } from '../support/ask-worker';
import { type AtWork, goToWork } from '../support/at-work';
import { checkPattern } from '../support/check-sentences';
import { DROPPED } from '../support/exchange';
import { CLIENT, REP } from '../support/world';
import { SENDER_CASES, SEQUENCE_CASES } from './rules/choice-cases';
import { CONTACT_CASES } from './rules/contact-cases';
import { DAY_OFF, QUIET_CASES } from './rules/quiet-cases';
import type { RuleCase } from './rules/rule-case';
import { makeRules, type RuleWorld } from './rules/rule-world';
import { bulkOn } from './surfaces/bulk';
import { overlayOn } from './surfaces/overlay';

const RULE_CASES = [...CONTACT_CASES, ...SEQUENCE_CASES, ...SENDER_CASES];

let work: AtWork;
let rules: RuleWorld;
beforeAll(async () => {
  work = await goToWork({ client: 'none' });
});
afterAll(() => work?.close());

/** Opens a record, and its popover whatever stands against it. */
async function explained(record = 114) {
  const page = await work.openRecord(record);
  const overlay = overlayOn(page);
  await overlay.chip.getByRole('button').first().click();
  await overlay.panel.waitFor();
  return { page, overlay };
}

/** Goes through one case up to the moment when its sentence should stand there. */
async function comeTo({ record, sequence = 'Any time', sender, meanwhile }: RuleCase) {
  const { page, overlay } = await explained(record);
  await overlay.chooseSequence(sequence);
  if (sender !== undefined) await overlay.chooseSender(sender);
  await meanwhile?.({ rules, page, overlay });
  return { page, overlay };
}

/** The sentence of a case; it names at least what was chosen. */
const sentenceOf = ({ code, variant, sequence = '', sender = '', values }: RuleCase) =>
  checkPattern(code, variant, { sequence, address: sender, ...values });
/** The bulk popover for the first rows of the list. */
async function ticked(count: number) {
  const page = await work.browser.context.newPage();
  await page.goto(`https://app.hubspot.com/contacts/4711/objects/0-1/views/all/list?rows=${count}`);
  const bulk = bulkOn(page);
  await bulk.tick(count);
  await bulk.open();
  return { page, bulk };
}

const said = (pattern: RegExp) => expect.arrayContaining([expect.stringMatching(pattern)]);

test('senderEligible none: without a mailbox the popover says so, and offers to connect one', async () => {
  const { page, overlay } = await explained(51);

  const title = overlay.panel.getByText(checkPattern('senderEligible', 'none'));
  await title.waitFor();
  await overlay.panel.getByRole('button', { name: 'Connect a mailbox' }).waitFor();
  await page.close();
});

describe('with a mailbox', () => {
  beforeAll(async () => {
    await work.options.enterClient(CLIENT);
    await work.options.connect(REP.email);
    await work.options.changeSequence('Friendly introduction', 'Archive');
  });

  test('sequenceAvailable missing: without a sequence the popover says so', async () => {
    const { page, overlay } = await explained(51);

    await expect
      .poll(() => overlay.checks())
      .toEqual(said(checkPattern('sequenceAvailable', 'missing')));
    await page.close();
  });

  describe('in a company with rules', () => {
    beforeAll(async () => {
      rules = await makeRules(work);
      await work.options.addDayOff(DAY_OFF, 'Company trip');
    });

    test('somebody with nothing against them passes every check there is, each in words', async () => {
      const { overlay } = await explained();
      await overlay.chooseSequence('Any time');

      const patterns = CHECK_CODES.map((code) => checkPattern(code, 'pass'));
      await expect.poll(async () => (await overlay.checks()).length).toBe(CHECK_CODES.length);
      const sentences = await overlay.checks();
      for (const pattern of patterns) expect(sentences).toEqual(said(pattern));
    });

    test.concurrent.for(RULE_CASES)('$code $variant: $rule', async (one, { expect: own }) => {
      const { page, overlay } = await comeTo(one);

      await own.poll(() => overlay.checks(), { timeout: 8_000 }).toEqual(said(sentenceOf(one)));
      await page.close();
    });

    test.concurrent.for(QUIET_CASES)('$code $variant: $rule', async (one, { expect: own }) => {
      const { page, overlay } = await comeTo(one);
      const day = await one.day?.(rules);
      if (day) {
        await overlay.panel.getByRole('radio', { name: 'At a time of your choice' }).check();
        await overlay.panel.getByLabel('Day and time').fill(`${day.date}T12:00`);
      }

      const values = { ...one.values, ...(day?.name !== undefined && { holiday: day.name }) };
      await own
        .poll(() => overlay.checks(), { timeout: 8_000 })
        .toEqual(said(sentenceOf({ ...one, values })));
      await page.close();
    });
  });

  describe('where many are enrolled', () => {
    test.for([
      { variant: 'confirm', size: 51 },
      { variant: 'typeNumber', size: 101 },
    ])('bulkSize $variant: $size in one go', async ({ variant, size }) => {
      const { page, bulk } = await ticked(size);
      await bulk.acceptWarned.check();

      await bulk.press(/^Enroll \d+$/);

      await expect.poll(bulk.lines).toEqual(said(checkPattern('bulkSize', variant, { size })));
      await page.close();
    });

    test('perMinuteLimit full: every row says that no minute has room', async () => {
      const { page, bulk } = await ticked(3);

      await bulk.panel
        .getByLabel('From', { exact: true })
        .selectOption({ label: 'crowded@example.com' });

      const sentence = checkPattern('perMinuteLimit', 'full', { limit: 1 });
      await expect
        .poll(async () => (await bulk.checks()).filter((one) => sentence.test(one)))
        .toHaveLength(3);
      await page.close();
    });
  });

  describe('when something happens to the connection of the mailbox', () => {
    const address = { address: REP.email };
    const nudge = () => work.nudge();

    test.each([
      {
        variant: 'offline',
        rule: 'Google does not answer',
        happens: async () => {
          const isAny = () => true;
          const stop = work.sites.intercept(isAny, async () => DROPPED);
          await nudge();
          return stop;
        },
      },
      {
        variant: 'revoked',
        rule: 'the rep takes access back at Google',
        happens: async () => {
          work.google.revokeAccess(REP.email);
          await nudge();
        },
      },
      {
        variant: 'expired',
        rule: 'the rep disconnects it',
        happens: async () => {
          const { senderId } = rules;
          await askWorker(work.options.page, 'mailbox.disconnect', { senderId });
        },
      },
    ])('senderEligible $variant: $rule', async ({ variant, happens }) => {
      const { page, overlay } = await explained();
      await overlay.chooseSender(REP.email);

      const over = await happens();

      await expect
        .poll(() => overlay.checks())
        .toEqual(said(checkPattern('senderEligible', variant, address)));
      over?.();
      await page.close();
    });
  });
});

test('no reason is left out but those that no page of today can bring about', () => {
  const shown = [
    ...[...RULE_CASES, ...QUIET_CASES].map(({ code, variant }) => `${code} ${variant}`),
    ...['none', 'offline', 'revoked', 'expired'].map((variant) => `senderEligible ${variant}`),
    'sequenceAvailable missing',
    'bulkSize confirm',
    'bulkSize typeNumber',
  ];
  const all = CHECK_CODES.flatMap((code) =>
    Object.keys(CHECK_PARAMS[code])
      .filter((variant) => variant !== 'pass' && !variant.endsWith('Bare'))
      .map((variant) => `${code} ${variant}`),
  );

  // Only a workflow is refused so many, and a workflow is no page.
  expect(all.filter((one) => !shown.includes(one))).toEqual(['bulkSize tooMany']);
});
