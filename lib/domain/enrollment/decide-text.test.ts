import { aContact, anEmailStep, aSender, aSequence, stepId } from '@/test/support/builders';
import { type RuleRow, testRules } from '@/test/support/rule-rows';

const REFUSED = { manual: 'refuses', bulk: 'refuses', workflow: 'skips' } as const;
const FINE = { manual: 'passes', bulk: 'passes', workflow: 'passes' } as const;

const withBody = (body: string) => ({ sequence: aSequence({ steps: [anEmailStep({ body })] }) });
const filled = { placeholders: { 'Why now': 'It rains.' } };
const edited = (body: string) => ({ edited: { stepId: stepId('step-1'), subject: 'Hello', body } });

const tokens: readonly RuleRow[] = [
  {
    sentence: 'a token without value and fallback stops the enrollment',
    code: 'tokensFilled',
    reason: 'missing',
    params: { tokens: '{{contact.nickname}}' },
    facts: withBody('Hi {{contact.nickname}}'),
    ...REFUSED,
  },
  {
    sentence: 'a token with a fallback needs no value',
    code: 'tokensFilled',
    facts: withBody('Hi {{contact.nickname|there}}'),
    ...FINE,
  },
  {
    sentence: 'a property of the contact fills its token',
    code: 'tokensFilled',
    request: { contact: aContact({ properties: { nickname: 'Countess' } }) },
    facts: withBody('Hi {{contact.nickname}}'),
    ...FINE,
  },
  {
    sentence: 'the company has a token',
    code: 'tokensFilled',
    facts: withBody('At {{company.name}}'),
    ...FINE,
  },
  {
    sentence: 'a meeting link that the sender does not have stops the enrollment',
    code: 'tokensFilled',
    reason: 'missing',
    facts: withBody('{{sender.meeting_link}}'),
    ...REFUSED,
  },
  {
    sentence: "the sender's meeting link fills its token",
    code: 'tokensFilled',
    facts: {
      ...withBody('{{sender.meeting_link}}'),
      sender: aSender({ meetingLink: 'https://example.com/meet' }),
    },
    ...FINE,
  },
  {
    sentence: 'a token that cannot be read stops the enrollment',
    code: 'tokensFilled',
    reason: 'missing',
    facts: withBody('Hi {{contact.first_name'),
    ...REFUSED,
  },
  {
    sentence: 'a token of a later step counts as well',
    code: 'tokensFilled',
    reason: 'missing',
    facts: {
      sequence: aSequence({
        steps: [anEmailStep(), anEmailStep({ id: stepId('step-2'), body: '{{contact.nickname}}' })],
      }),
    },
    ...REFUSED,
  },
  {
    sentence: 'a token of a step that is skipped does not count',
    code: 'tokensFilled',
    request: { startStep: 1 },
    facts: {
      sequence: aSequence({
        steps: [
          anEmailStep({ body: '{{contact.nickname}}' }),
          anEmailStep({ id: stepId('step-2') }),
        ],
      }),
    },
    ...FINE,
  },
  {
    sentence: 'a placeholder that nobody filled in stops the enrollment',
    code: 'tokensFilled',
    reason: 'placeholders',
    params: { tokens: 'Why now' },
    facts: withBody('{{placeholder:Why now}}'),
    ...REFUSED,
  },
  {
    sentence: 'a placeholder filled with nothing is not filled in',
    code: 'tokensFilled',
    reason: 'placeholders',
    request: { placeholders: { 'Why now': '  ' } },
    facts: withBody('{{placeholder:Why now}}'),
    ...REFUSED,
  },
  {
    sentence: 'a placeholder that a person filled in is filled; a workflow would send it raw',
    code: 'tokensFilled',
    reason: 'placeholders',
    request: filled,
    facts: withBody('{{placeholder:Why now}}'),
    ...FINE,
    workflow: 'skips',
  },
  {
    sentence: 'text that a person edited needs no tokens',
    code: 'tokensFilled',
    request: edited('Hi Ada'),
    facts: withBody('Hi {{contact.nickname}}'),
    ...FINE,
  },
  {
    sentence: 'a token left in edited text stops the enrollment',
    code: 'tokensFilled',
    reason: 'missing',
    params: { tokens: '{{placeholder:Why now}}' },
    request: edited('So: {{placeholder:Why now}}'),
    facts: withBody('x'),
    ...REFUSED,
  },
];

testRules(tokens);
