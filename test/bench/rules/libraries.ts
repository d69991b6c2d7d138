import { LogicEngine } from 'json-logic-engine';
import { Engine } from 'json-rules-engine';
import { Query } from 'mingo';
import sift from 'sift';
import type { PlainContact, PlainRule, Test } from './plain';

/** Which rules hold for a contact, by index. */
export type Ask = (contact: PlainContact) => readonly number[] | Promise<readonly number[]>;

/** Each is given the values already typed, which ours and the hand-written ones have to do. */
export const LIBRARIES: Readonly<Record<string, (rules: readonly PlainRule[]) => Ask>> = {
  mingo: (rules) => {
    const queries = rules.map((rule) => new Query(mongo(rule)));
    return (contact) => indexes(queries, (query) => query.test(contact));
  },
  sift: (rules) => {
    const queries = rules.map((rule) => sift(mongo(rule)));
    return (contact) => indexes(queries, (query) => query(contact));
  },
  /** Interpreted: `build` compiles with `new Function`, which the CSP of MV3 forbids. */
  'json-logic-engine': (rules) => {
    const engine = new LogicEngine();
    const logics = rules.map((groups) => ({
      or: groups.map((tests) => ({ and: tests.map(jsonLogic) })),
    }));
    return (contact) => indexes(logics, (logic) => engine.run(logic, contact) === true);
  },
  'json-rules-engine': (rules) => {
    const engine = new Engine([], { allowUndefinedFacts: true });
    engine.addOperator('known', (value: unknown) => value !== undefined);
    engine.addOperator(
      'has',
      (value: unknown, part: string) => typeof value === 'string' && value.includes(part),
    );
    rules.forEach((groups, index) => {
      engine.addRule({
        conditions: { any: groups.map((tests) => ({ all: tests.map(condition) })) },
        event: { type: 'holds', params: { index } },
      });
    });
    return async (contact) => {
      const { events } = await engine.run(contact);
      return events.map(({ params }) => Number(params?.['index'])).sort((a, b) => a - b);
    };
  },
};

function indexes<Item>(items: readonly Item[], holds: (item: Item) => boolean): readonly number[] {
  const found: number[] = [];
  for (const [index, item] of items.entries()) if (holds(item)) found.push(index);
  return found;
}

function mongo(groups: PlainRule) {
  return { $or: groups.map((tests) => ({ $and: tests.map(condition) })) };

  function condition({ name, ...test }: Test) {
    switch (test.op) {
      case 'in':
        return { [name]: { $in: [...test.values] } };
      case 'contains': {
        return { [name]: { $regex: new RegExp(RegExp.escape(test.value)) } };
      }
      case 'known':
        return { [name]: { $exists: true } };
      case 'above':
        return { [name]: { $gt: test.value } };
      case 'before':
        return { [name]: { $lt: test.value } };
    }
  }
}

function jsonLogic({ name, ...test }: Test) {
  const value = { var: name };
  const known = { '!==': [value, null] };
  switch (test.op) {
    case 'in':
      return { in: [value, { preserve: test.values }] };
    case 'contains':
      return { and: [known, { in: [test.value, value] }] };
    case 'known':
      return known;
    case 'above':
      return { and: [known, { '>': [value, test.value] }] };
    case 'before':
      return { and: [known, { '<': [value, test.value] }] };
  }
}

function condition({ name: fact, ...test }: Test) {
  switch (test.op) {
    case 'in':
      return { fact, operator: 'in', value: test.values };
    case 'contains':
      return { fact, operator: 'has', value: test.value };
    case 'known':
      return { fact, operator: 'known', value: true };
    case 'above':
      return { fact, operator: 'greaterThan', value: test.value };
    case 'before':
      return { fact, operator: 'lessThan', value: test.value };
  }
}
