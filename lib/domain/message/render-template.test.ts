import fc from 'fast-check';
import { expect, test } from 'vitest';
import { renderTemplate } from './render-template';
import { parseTemplate } from './template';

const fields = {
  values: new Map([
    ['contact.first_name', 'Ada'],
    ['contact.company', ''],
    ['company.name', 'Engines'],
    ['sender.meeting_link', 'https://example.com/meet'],
  ]),
  placeholders: { 'Why now': ' It rains. ', Empty: '  ' },
};

test.each([
  ['Hi {{contact.first_name}}', 'Hi Ada', []],
  ['Hi {{ contact.first_name | there }}', 'Hi Ada', []],
  ['At {{contact.company|your team}}', 'At your team', []],
  ['At {{contact.company|}}.', 'At .', []],
  ['At {{contact.company}}', 'At {{contact.company}}', ['{{contact.company}}']],
  ['No {{tokens', 'No {{tokens', ['{{tokens']],
  ['Odd {{secret.path}}', 'Odd {{secret.path}}', ['{{secret.path}}']],
  ['Braces } { }} fine', 'Braces } { }} fine', []],
  ['{{company.name}}: {{sender.meeting_link}}', 'Engines: https://example.com/meet', []],
  ['Odd {{sender.shoe_size}}', 'Odd {{sender.shoe_size}}', ['{{sender.shoe_size}}']],
  ['So: {{placeholder:Why now}}', 'So: It rains.', []],
  ['So: {{ placeholder: Why now }}', 'So: It rains.', []],
  ['{{placeholder: }}', '{{placeholder: }}', ['{{placeholder: }}']],
  ['{{placeholder:Why now|x}}', '{{placeholder:Why now|x}}', ['{{placeholder:Why now|x}}']],
])('%s becomes %s', (source, text, missing) => {
  expect(renderTemplate(source, fields)).toMatchObject({ text, missing });
});

test('names of placeholders that nobody filled in are listed once each', () => {
  const asked = '{{placeholder:Empty}} {{placeholder:Empty}} {{placeholder:constructor}}';

  expect(renderTemplate(`{{placeholder:Why now}} ${asked}`, fields)).toEqual({
    text: `It rains. ${asked}`,
    missing: [],
    unfilled: ['Empty', 'constructor'],
  });
});

test('a value is never read as a template', () => {
  const hostile = {
    values: new Map([['contact.first_name', '{{sender.email}}']]),
    placeholders: { Why: '{{contact.first_name}}' },
  };

  expect(renderTemplate('{{contact.first_name}} {{placeholder:Why}}', hostile)).toEqual({
    text: '{{sender.email}} {{contact.first_name}}',
    missing: [],
    unfilled: [],
  });
});

test('an error says where it stands', () => {
  expect(parseTemplate('Hi {{what}} and {{contact.name').errors).toEqual([
    { code: 'badPath', start: 3, end: 11 },
    { code: 'unclosed', start: 16, end: 30 },
  ]);
});

test('a token that was never closed does not swallow the next one', () => {
  const source = 'Hi {{contact.name, from {{sender.name}}';

  const { parts, errors } = parseTemplate(source);

  expect(errors).toEqual([{ code: 'unclosed', start: 3, end: 24 }]);
  expect(parts.at(-1)).toEqual({ kind: 'token', path: 'sender.name', start: 24, end: 39 });
});

test('text without tokens is left exactly as it is', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      fc.pre(!text.includes('{{'));
      expect(renderTemplate(text, fields)).toEqual({ text, missing: [], unfilled: [] });
    }),
  );
});

test('the parts of any template put together are the template', () => {
  const piece = fc.oneof(
    fc.string(),
    fc.constantFrom('{', '{{', '}}', '{{contact.name}}', '{{placeholder:Ask}}', '|'),
  );
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
