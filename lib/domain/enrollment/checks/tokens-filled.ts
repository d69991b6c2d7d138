import { NOBODY } from '@/lib/domain/enrollment/origin-policy';
import type { Subject } from '@/lib/domain/enrollment/subject';
import { rawTokens } from '@/lib/domain/message/raw-tokens';
import { type Rendered, renderTemplate } from '@/lib/domain/message/render-template';
import { tokenFields } from '@/lib/domain/message/token-fields';
import { emailTextsOf } from '@/lib/domain/sequence/texts-of';
import { block, type CheckRule, pass } from './result';

/**
 * No email may leave with a token that has neither a value nor a fallback, nor with a placeholder
 * that nobody filled in: a workflow has nobody who could. All variants of an email are looked at, and
 * emails that a rep is to send by hand; titles and notes of tasks are read by nobody else.
 */
export const tokensFilled: CheckRule<'tokensFilled'> = {
  code: 'tokensFilled',
  overridableBy: NOBODY,
  find: (subject) => {
    const texts = textsOf(subject);
    const tokens = new Set(texts.flatMap(({ missing }) => missing));
    const names = new Set(texts.flatMap(({ unfilled }) => unfilled));
    if (tokens.size === 0 && names.size === 0) return pass();
    const reason = tokens.size > 0 ? 'missing' : 'placeholders';
    return block(reason, { tokens: [...tokens, ...names].join(', ') });
  },
};

/** Every text that is still to leave. */
function textsOf({ request, policy, facts, to }: Subject) {
  const { edited, startStep, contact } = request;
  const fields = {
    values: tokenFields(contact, to, facts.sender),
    placeholders: policy.person ? request.placeholders : {},
  };
  const steps = (facts.sequence?.steps ?? []).slice(startStep);
  return steps.flatMap((step): Pick<Rendered, 'missing' | 'unfilled'>[] =>
    edited?.stepId === step.id
      ? // Text that a person edited is no template any more, but no raw token may leave with it.
        [edited.subject, edited.body].map((text) => ({ missing: rawTokens(text), unfilled: [] }))
      : emailTextsOf(step).map((text) => renderTemplate(text, fields)),
  );
}
