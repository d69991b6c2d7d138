import type { Contact } from '@/lib/domain/contact/contact';
import { type PlainContact, type PlainRule, plainContact, plainValue, type Test } from './plain';

/** What one writes first: a closure per test, over an object with typed values. */
export function closures(rules: readonly PlainRule[]): (contact: Contact) => readonly number[] {
  const compiled = rules.map((groups) => groups.map((tests) => tests.map(closureOf)));
  return (contact) => {
    const plain = plainContact(contact);
    const found: number[] = [];
    for (let rule = 0; rule < compiled.length; rule++) {
      if (compiled[rule]?.some((tests) => tests.every((test) => test(plain)))) found.push(rule);
    }
    return found;
  };
}

function closureOf(test: Test): (contact: PlainContact) => boolean {
  const { name } = test;
  switch (test.op) {
    case 'in': {
      const values: ReadonlySet<unknown> = new Set(test.values);
      return (contact) => values.has(contact[name]);
    }
    case 'contains': {
      const wanted = test.value;
      return (contact) => {
        const value = contact[name];
        return typeof value === 'string' && value.includes(wanted);
      };
    }
    case 'known':
      return (contact) => contact[name] !== undefined;
    case 'above': {
      const limit = test.value;
      return (contact) => {
        const value = contact[name];
        return typeof value === 'number' && value > limit;
      };
    }
    case 'before': {
      const limit = test.value;
      return (contact) => {
        const value = contact[name];
        return typeof value === 'number' && value < limit;
      };
    }
  }
}

/**
 * What one writes after measuring: the contact as an array, a test that several rules share asked
 * once, groups as integers. The strongest of the spike's candidates, and the honest yardstick.
 */
export function sharedSlots(rules: readonly PlainRule[]): (contact: Contact) => readonly number[] {
  const names: string[] = [];
  const keys = new Map<string, number>();
  const tests: ((slots: readonly unknown[]) => boolean)[] = [];
  const idOf = (test: Test) => {
    const key = JSON.stringify(test);
    const known = keys.get(key);
    if (known !== undefined) return known;
    if (!names.includes(test.name)) names.push(test.name);
    keys.set(key, tests.length);
    return tests.push(slotTest(test, names.indexOf(test.name))) - 1;
  };
  const programs = rules.map((groups) => groups.map((all) => Int32Array.from(all, idOf)));
  const memo = new Uint8Array(tests.length);
  const slots: unknown[] = new Array(names.length).fill(undefined);
  return ({ properties }) => {
    memo.fill(0);
    for (let at = 0; at < names.length; at++) {
      const name = names[at] ?? '';
      slots[at] = plainValue(name, properties[name]);
    }
    const found: number[] = [];
    for (let rule = 0; rule < programs.length; rule++) {
      for (const group of programs[rule] ?? []) {
        let at = 0;
        for (; at < group.length; at++) {
          const id = group[at] ?? 0;
          let answer = memo[id];
          if (answer === 0) {
            answer = tests[id]?.(slots) ? 2 : 1;
            memo[id] = answer;
          }
          if (answer === 1) break;
        }
        if (at === group.length) {
          found.push(rule);
          break;
        }
      }
    }
    return found;
  };
}

function slotTest(test: Test, at: number): (slots: readonly unknown[]) => boolean {
  switch (test.op) {
    case 'in': {
      const values: ReadonlySet<unknown> = new Set(test.values);
      return (slots) => values.has(slots[at]);
    }
    case 'contains': {
      const wanted = test.value;
      return (slots) => {
        const value = slots[at];
        return typeof value === 'string' && value.includes(wanted);
      };
    }
    case 'known':
      return (slots) => slots[at] !== undefined;
    case 'above': {
      const limit = test.value;
      return (slots) => {
        const value = slots[at];
        return typeof value === 'number' && value > limit;
      };
    }
    case 'before': {
      const limit = test.value;
      return (slots) => {
        const value = slots[at];
        return typeof value === 'number' && value < limit;
      };
    }
  }
}
