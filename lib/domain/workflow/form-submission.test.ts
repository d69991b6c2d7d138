import { describe, expect, test } from 'vitest';
import type { FormRule } from './form-rule';
import { formRuleFor } from './form-rule-for';
import { submissionOf } from './form-submission';

const RULES: readonly FormRule[] = [
  { form: 'Demo request', from: 'forms@tool.example.com', subjectContains: 'demo' },
  { form: 'Contact', from: '@tool.example.com', subjectContains: '' },
];
const DEMO = { from: 'Form Tool <forms@tool.example.com>', subject: 'New DEMO request' };

function read(headers: Record<string, string>, text?: string, own?: readonly string[]) {
  const all = { to: 'rep@example.com', ...DEMO, ...headers };
  return submissionOf({ headers: new Map(Object.entries(all)), text, own }, RULES);
}

describe('the form of a message', () => {
  test.each([
    [{}, 'Demo request'],
    [{ from: 'FORMS@tool.example.com' }, 'Demo request'],
    [{ subject: 'A question' }, 'Contact'],
    [{ from: 'other@tool.example.com' }, 'Contact'],
    [{ from: 'other@sub.tool.example.com' }, undefined],
    [{ from: 'other@nottool.example.com' }, undefined],
    [{ from: '"forms@tool.example.com" <eve@example.com>' }, undefined],
    [{ from: '' }, undefined],
  ])('%j is %s', (headers, form) => {
    const all = new Map(Object.entries({ ...DEMO, ...headers }));

    expect(formRuleFor(all, RULES)?.form).toBe(form);
  });
});

describe('who filled it in', () => {
  test('is whom an answer would go to, by name', () => {
    expect(read({ 'reply-to': '"Ada Lovelace" <ada@engines.example.com>' })).toEqual({
      form: 'Demo request',
      person: { name: 'Ada Lovelace', emails: ['ada@engines.example.com'], properties: {} },
    });
  });

  test('is whom an answer would go to, even if the text names somebody else', () => {
    const text = 'Email: bob@engines.example.com';

    expect(read({ 'reply-to': 'ada@engines.example.com' }, text)?.person.emails).toEqual([
      'ada@engines.example.com',
    ]);
  });

  test.each([
    ['Email: ada@engines.example.com', 'beside its label'],
    ['Seen by bob@x.example.com\nE-mail: ada@engines.example.com', 'the labeled one first'],
    ['Name\nAda\n\nEmail\n\nada@engines.example.com', 'below its label'],
    ['Somebody (ada@engines.example.com) wants a demo.', 'anywhere'],
    ['Write to ada@engines.example.com.', 'at the end of a sentence'],
    ['Powered by help@tool.example.com. From ada@engines.example.com', 'not the tool'],
    ['Powered by help@eu.tool.example.com. From ada@engines.example.com', 'nor a part of it'],
    ['For rep@example.com and me@rep.example.com: ada@engines.example.com', 'not the rep'],
    ['no-reply@mailer.example.com, ada@engines.example.com', 'not a machine'],
  ])('%j: %s', (text) => {
    expect(read({}, text, ['Me@rep.example.com'])?.person.emails).toEqual([
      'ada@engines.example.com',
    ]);
  });

  test.each([
    [{ 'reply-to': 'forms@tool.example.com' }],
    [{ 'reply-to': 'rep@example.com' }],
    [{ 'reply-to': 'noreply@anywhere.example.com' }],
    [{ 'reply-to': 'not an address' }],
  ])('is nobody by %j, so that the text decides', (headers) => {
    expect(read(headers)).toBeUndefined();
    expect(read(headers, 'Email: ada@engines.example.com')?.person.emails).toEqual([
      'ada@engines.example.com',
    ]);
  });

  test('may have a mailbox where the tool has one, if anybody may', () => {
    const rules = [{ form: 'Contact', from: 'shop@gmail.com', subjectContains: '' }];
    const headers = new Map([['from', 'shop@gmail.com']]);

    const found = submissionOf({ headers, text: 'shop@gmail.com, ada@gmail.com' }, rules);

    expect(found?.person.emails).toEqual(['ada@gmail.com']);
  });

  test('is nobody where the text names nobody', () => {
    expect(read({}, 'Somebody wants a demo')).toBeUndefined();
    expect(read({}, '')).toBeUndefined();
    expect(read({ from: 'eve@example.com' }, 'Email: ada@engines.example.com')).toBeUndefined();
  });

  test('has the name and the company that the form asked for', () => {
    const text =
      'First name: Ada\r\nLast name *: Lovelace\r\nCompany: Engines: Ltd\nEmail: a@b.example';

    expect(read({}, text)?.person).toEqual({
      name: 'Ada Lovelace',
      emails: ['a@b.example'],
      company: 'Engines: Ltd',
      properties: {},
    });
  });

  test('a label without a value takes none from the next label', () => {
    expect(read({}, 'Firma:\nImię i nazwisko: Zażółć\nEmail: a@b.example')?.person).toEqual({
      name: 'Zażółć',
      emails: ['a@b.example'],
      properties: {},
    });
  });

  test('a name is text: what is no part of it is cleaned away', () => {
    const text = `Name: Ada\u202e\u0000<b>${'x'.repeat(500)}\nEmail: a@b.example`;

    const name = read({}, text)?.person.name ?? '';

    expect(name.startsWith('Ada <b>xxx')).toBe(true);
    expect(name.length).toBeLessThanOrEqual(200);
  });

  test('hostile text costs no more than its length', () => {
    const started = performance.now();

    read({ 'reply-to': '<'.repeat(100_000) }, '@'.repeat(200_000));
    read({ from: ','.repeat(100_000) }, 'a@'.repeat(100_000));
    read({}, `${'a'.repeat(200_000)}@`);
    read({}, 'Name:\n'.repeat(40_000));
    read({}, `Name:${' '.repeat(200_000)}`);

    expect(performance.now() - started).toBeLessThan(2_000);
  });
});
