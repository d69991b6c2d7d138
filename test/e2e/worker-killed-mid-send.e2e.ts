import { expect, test } from 'vitest';
import { type AtWork, goToWork } from '../support/at-work';
import { DROPPED, type SiteRequest } from '../support/exchange';
import { until } from '../support/until';
import { overlayOn } from './surfaces/overlay';

/** The two requests of draft-first sending that have an effect in the mailbox. */
const REQUESTS = {
  'drafts.create': '/gmail/v1/users/me/drafts',
  'drafts.send': '/gmail/v1/users/me/drafts/send',
} as const;

const MOMENTS = [
  'before it takes effect',
  'before it is answered',
  'after it is answered',
] as const;

/** Longer than the lag that the engine waits out, plus the minute between two alarms. */
const RECOVERY_MS = 110_000;

const CASES = Object.entries(REQUESTS).flatMap(([name, path]) =>
  MOMENTS.map((moment) => ({ name, path, moment })),
);

/** Kills the worker once, at this moment of the first such request. Resolves when it is dead. */
function killAt(work: AtWork, path: string, moment: (typeof MOMENTS)[number]): Promise<void> {
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const isIt = ({ method, url }: SiteRequest) => method === 'POST' && url.pathname === path;
  const stop = work.sites.intercept(isIt, async ({ forward }) => {
    stop();
    const kill = () => work.browser.killWorker().then(resolve, reject);
    if (moment === 'before it takes effect') {
      await kill();
      return DROPPED;
    }
    const response = await forward();
    if (moment === 'before it is answered') {
      await kill();
      return DROPPED;
    }
    // The answer is on its way; whichever of the following steps it gets to, it dies there.
    setImmediate(() => void kill());
    return response;
  });
  return promise;
}

test.concurrent.each(CASES)('worker killed at $name, $moment: one email, not lost, not twice', {
  timeout: RECOVERY_MS + 60_000,
}, async ({ path, moment }) => {
  const work = await goToWork({ undoSeconds: 0 });
  try {
    const killed = killAt(work, path, moment);
    const page = await work.openRecord(51);
    await overlayOn(page).open();
    await overlayOn(page).enrollButton.click();
    await killed;

    // The rep just goes on working: the page asks for the status now and then.
    const list = work.options;
    await list.goTo('Enrollments');
    await until(
      async () => (await list.enrollment('ada.kowalska@example.com').allInnerTexts()).join(),
      (line) => /2 of 3/.test(line),
      RECOVERY_MS,
    );
    await work.nudge();

    const sent = await work.sent();
    expect(sent.map(({ headers }) => headers.get('to'))).toEqual([
      expect.stringContaining('ada.kowalska@example.com'),
    ]);
    expect(await work.drafts()).toEqual([]);
  } finally {
    await work.close();
  }
});
