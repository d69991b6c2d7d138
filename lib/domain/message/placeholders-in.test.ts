import { expect, test } from 'vitest';
import { anEmailStep } from '@/test/support/builders';
import { checkTemplate } from './check-template';
import { placeholdersIn } from './placeholders-in';
import { rawTokens } from './raw-tokens';

test('placeholders are listed once each, in the order in which they are met', () => {
  const steps = [
    anEmailStep({
      subject: '{{placeholder:Why now}}',
      body: '{{placeholder:Ask}} {{sender.name}}',
    }),
    anEmailStep({ subject: 'Re', body: '{{placeholder:Why now}} {{ placeholder:  P.S. }}' }),
  ];

  expect(placeholdersIn(steps)).toEqual(['Why now', 'Ask', 'P.S.']);
});

test('a problem of a template says which step, which field and where', () => {
  const steps = [
    anEmailStep({ subject: 'Hi {{contact.first_name|there}}', body: 'Fine' }),
    anEmailStep({ subject: '{{who}}', body: 'a {{sender.name' }),
  ];

  expect(checkTemplate(steps)).toEqual([
    { step: 1, field: 'subject', code: 'badPath', start: 0, end: 7 },
    { step: 1, field: 'body', code: 'unclosed', start: 2, end: 15 },
  ]);
});

test('a token that a person left in an edited text is found, other braces are text', () => {
  const text = 'Hi {{contact.first_name}}, {{placeholder:Ask}} {{not a token}} {{';

  expect(rawTokens(text)).toEqual(['{{contact.first_name}}', '{{placeholder:Ask}}']);
});
