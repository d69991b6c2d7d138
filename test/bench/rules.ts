import { compileRules } from '@/lib/domain/workflow/compile-rules';
import { NOW } from '../support/builders';
import type { Bench } from './bench';
import { closures, sharedSlots } from './rules/by-hand';
import { contactsOf, definitions, rulesOf } from './rules/data';
import { LIBRARIES } from './rules/libraries';
import { plainContact, plainRules } from './rules/plain';

const CONTACTS = 10_000;
const contacts = contactsOf(CONTACTS);
const rules = rulesOf(200);
const plain = plainRules(rules, NOW);
const plainContacts = contacts.map(plainContact);

const compiled = compileRules(rules, definitions);
const byClosures = closures(plain);
const bySlots = sharedSlots(plain);

const at = <Item>(items: readonly Item[], index: number): Item => {
  const item = items[index % items.length];
  if (item === undefined) throw new RangeError('no contacts');
  return item;
};

const ours = (index: number) => compiled.matching(compiled.slotsOf(at(contacts, index)), NOW);

/**
 * What is wrong is not worth measuring. `npm run bench` forbids code from strings, as MV3 does: a
 * library that needs it fails here.
 */
async function sameAnswers(name: string, count: number, ask: (index: number) => unknown) {
  for (let index = 0; index < count; index++) {
    const [got, want] = [await ask(index), ours(index)];
    if (JSON.stringify(got) !== JSON.stringify(want)) {
      throw new Error(`${name} and ours disagree on contact ${index}: ${got} against ${want}`);
    }
  }
}

await sameAnswers('closures', CONTACTS, (index) => byClosures(at(contacts, index)));
await sameAnswers('shared slots', CONTACTS, (index) => bySlots(at(contacts, index)));

const matches = contacts.reduce((sum, _, index) => sum + ours(index).length, 0);
if (matches < CONTACTS) throw new Error('the rules hold for nobody: nothing would be measured');

/** At least 0.8 times as fast. */
const againstHand = (of: string, yardstick: Bench['yardstick']): Bench => ({
  name: 'rules, 200 workflows',
  count: CONTACTS,
  rounds: 10,
  work: ours,
  yardstick,
  of: `of ${of}`,
  limit: 1 / 0.8,
});

/** At least ten times as fast as each, hence as the fastest. */
async function againstLibraries(): Promise<readonly Bench[]> {
  const benches: Bench[] = [];
  for (const [name, compile] of Object.entries(LIBRARIES)) {
    const ask = compile(plain);
    const yardstick = (index: number) => ask(at(plainContacts, index));
    const isSlow = name === 'json-rules-engine';
    await sameAnswers(name, isSlow ? 100 : 2_000, yardstick);
    benches.push({
      name: 'rules, 200 workflows',
      count: isSlow ? 50 : 1_000,
      rounds: 10,
      work: ours,
      yardstick,
      of: `of ${name}`,
      limit: 1 / 10,
    });
  }
  return benches;
}

export const benches: readonly Bench[] = [
  againstHand('plain closures, by hand', (index) => byClosures(at(contacts, index))),
  againstHand('shared tests over slots, by hand', (index) => bySlots(at(contacts, index))),
  ...(await againstLibraries()),
];
