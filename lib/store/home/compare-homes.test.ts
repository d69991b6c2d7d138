import { expect, test } from 'vitest';
import { compareHomes } from './compare-homes';

const VERSION = 4;
const head = { v: VERSION, identity: 'mine', epoch: 7 };

test.each([
  ['nothing anywhere is a first use', { identity: undefined, epoch: 0 }, undefined, 'new'],
  ['both at the same transaction', { identity: 'mine', epoch: 7 }, head, 'whole'],
  ['no second home yet', { identity: 'mine', epoch: 7 }, undefined, 'mirrorMissing'],
  [
    'a second home of another build',
    { identity: 'mine', epoch: 7 },
    { ...head, v: 3 },
    'mirrorMissing',
  ],
  ['a worker died between both writes', { identity: 'mine', epoch: 8 }, head, 'mirrorBehind'],
])('%s', (_name, database, home, kind) => {
  expect(compareHomes(database, home, VERSION).kind).toBe(kind);
});

test.each([
  ['an empty database', { identity: undefined, epoch: 0 }, 'wiped'],
  ['one that somebody has made anew', { identity: 'another', epoch: 900 }, 'recreated'],
  ['one of yesterday', { identity: 'mine', epoch: 6 }, 'rolledBack'],
])('%s where ours was expected is a loss', (_name, database, cause) => {
  expect(compareHomes(database, head, VERSION)).toEqual({ kind: 'lost', head, cause });
});

test('a loss is a loss also on the day of an update', () => {
  const old = { ...head, v: 3 };

  expect(compareHomes({ identity: undefined, epoch: 0 }, old, VERSION).kind).toBe('lost');
  expect(compareHomes({ identity: 'mine', epoch: 6 }, old, VERSION).kind).toBe('lost');
});
