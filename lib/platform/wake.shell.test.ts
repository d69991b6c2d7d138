import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { browser } from 'wxt/browser';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { HOUR, MINUTE, SECOND } from '@/lib/time/instant';
import { NOW } from '@/test/support/builders';
import { createWake } from './wake';

beforeEach(() => {
  vi.useFakeTimers({ now: NOW, toFake: ['setTimeout', 'clearTimeout', 'Date'] });
});
afterEach(() => {
  vi.useRealTimers();
});

const aWake = () => createWake(() => Date.now());
const alarms = async () =>
  Object.fromEntries(
    (await browser.alarms.getAll()).map(({ name, scheduledTime }) => [name, scheduledTime]),
  );

test('the minute alarm is made when it is missing', async () => {
  await aWake().ensureTick();

  expect(await browser.alarms.get('tick')).toMatchObject({ periodInMinutes: 1 });
});

test('the minute alarm is never reset when it is there, however often the worker starts', async () => {
  await aWake().ensureTick();
  const before = await alarms();
  const create = vi.spyOn(fakeBrowser.alarms, 'create');

  for (let start = 0; start < 5; start += 1) {
    vi.advanceTimersByTime(40 * SECOND);
    await aWake().ensureTick();
  }

  expect(create).not.toHaveBeenCalled();
  expect(await alarms()).toEqual(before);
});

test('a later instant gets an alarm', async () => {
  await aWake().at(NOW + 3 * HOUR);

  expect(await alarms()).toEqual({ due: NOW + 3 * HOUR });
});

test('an alarm that comes sooner is left alone, one that comes later makes way', async () => {
  const wake = aWake();
  await wake.at(NOW + 2 * HOUR);
  await wake.at(NOW + 3 * HOUR);
  expect(await alarms()).toEqual({ due: NOW + 2 * HOUR });

  await wake.at(NOW + HOUR);
  expect(await alarms()).toEqual({ due: NOW + HOUR });
});

test('what is seconds away is woken for to the second, without an alarm', async () => {
  const wake = aWake();
  const woken = vi.fn();
  wake.onWake(woken);

  await wake.at(NOW + 10 * SECOND);
  vi.advanceTimersByTime(10 * SECOND - 1);
  expect(woken).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);

  expect(woken).toHaveBeenCalledTimes(1);
  expect(await alarms()).toEqual({});
});

test('what is overdue wakes at once', async () => {
  const wake = aWake();
  const woken = vi.fn();
  wake.onWake(woken);

  await wake.at(NOW - HOUR);
  vi.advanceTimersByTime(0);

  expect(woken).toHaveBeenCalledTimes(1);
});

test('our alarms wake, those of others do not', async () => {
  const woken = vi.fn();
  aWake().onWake(woken);
  const ring = (name: string) =>
    fakeBrowser.alarms.onAlarm.trigger({ name, scheduledTime: NOW, persistAcrossSessions: true });

  await ring('tick');
  await ring('due');
  await ring('somebody-else');

  expect(woken).toHaveBeenCalledTimes(2);
});

test('there is no gap: every wait has a timer within reach, or an alarm, or is within the next tick', async () => {
  for (let wait = 0; wait <= 3 * MINUTE; wait += 5 * SECOND) {
    await browser.alarms.clearAll();
    const wake = aWake();
    const woken = vi.fn();
    wake.onWake(woken);
    const from = Date.now();

    await wake.at(from + wait);

    vi.advanceTimersByTime(25 * SECOND);
    const due = (await alarms())['due'];
    const isCovered = woken.mock.calls.length > 0 || due === from + wait || wait <= MINUTE / 2;
    expect([wait, isCovered]).toEqual([wait, true]);
  }
});
