import type { Page } from 'playwright-core';
import { askWorker } from '../support/ask-worker.ts';

export interface Work {
  readonly sequenceId: string;
  readonly senders: readonly string[];
  readonly wanted: string[];
  readonly acknowledged: Map<string, string>;
}

/** Enrolls one after the other and has due mail sent, until the browser dies under it. */
export async function keepWorking(
  page: Page,
  work: Work & { readonly life: number },
): Promise<void> {
  try {
    void askWorker(page, 'engine.nudge', {}).catch(() => undefined);
    for (let index = 0; index < 3; index += 1) {
      const address = `person-${work.life}-${index}@c${work.life}.example.com`;
      work.wanted.push(address);
      await enrollOne(page, work, address);
      void askWorker(page, 'engine.nudge', {}).catch(() => undefined);
    }
    for (;;) await askWorker(page, 'engine.nudge', {});
  } catch {
    // The browser is dead; what it had answered is noted.
  }
}

export async function enrollOne(page: Page, work: Work, address: string): Promise<void> {
  const sender = work.senders[work.wanted.length % work.senders.length] ?? '';
  const outcome = await askWorker(page, 'enrollment.enroll', {
    person: { name: '', emails: [address], zone: 'Europe/Warsaw' },
    sequenceId: work.sequenceId,
    senderId: sender,
    accepted: ['dailyLimit', 'quietTime', 'recentlyEnrolled', 'perMinuteLimit'],
  });
  if (outcome.kind === 'enrolled') {
    work.acknowledged.set(address, outcome.status.enrollmentId);
  } else if (outcome.status.kind === 'enrolled') {
    work.acknowledged.set(address, outcome.status.enrollmentId);
  } else {
    const codes = outcome.checks.filter(({ result }) => result === 'block').map(({ code }) => code);
    throw new Error(`${address} was refused: ${codes.join()}`);
  }
}
