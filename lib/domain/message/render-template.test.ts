import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderTemplate } from './render-template';
import { parseTemplate } from './template';

const fields = new Map([
  ['contact.first_name', 'Ada'],
  ['contact.company', ''],
]);

test.each([
  ['Hi {{contact.first_name}}', 'Hi Ada', []],
  ['Hi {{ contact.first_name | there }}', 'Hi Ada', []],
  ['At {{contact.company|your team}}', 'At your team', []],
  ['At {{contact.company|}}.', 'At .', []],
  ['At {{contact.company}}', 'At {{contact.company}}', ['{{contact.company}}']],
  ['No {{tokens', 'No {{tokens', ['{{tokens']],
  ['Odd {{secret.path}}', 'Odd {{secret.path}}', ['{{secret.path}}']],
  ['Braces } { }} fine', 'Braces } { }} fine', []],
])('%s becomes %s', (source, text, missing) => {
  expect(renderTemplate(source, fields)).toEqual({ text, missing });
});

test('a value is never read as a template', () => {
  const hostile = new Map([['contact.first_name', '{{sender.email}}']]);

  expect(renderTemplate('{{contact.first_name}}', hostile)).toEqual({
    text: '{{sender.email}}',
    missing: [],
  });
});

test('an error says where it stands', () => {
  expect(parseTemplate('Hi {{what}} and {{contact.name').errors).toEqual([
    { code: 'badPath', start: 3, end: 11 },
    { code: 'unclosed', start: 16, end: 30 },
  ]);
});

test('text without tokens is left exactly as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!text.includes('{{'));
      expect(renderTemplate(text, fields)).toEqual({ text, missing: [] });
    }),
  );
});

test('the parts of any template put together are the template', () => {
  const piece = fc.oneof(fc.string(), fc.constantFrom('{{', '}}', '{{contact.name}}', '|'));
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      const source = pieces.join('');
      const { parts } = parseTemplate(source);
      const again = parts.map((part) =>
        part.kind === 'text' ? part.text : source.slice(part.start, part.end),
      );
      expect(again.join('')).toBe(source);
    }),
  );
});
