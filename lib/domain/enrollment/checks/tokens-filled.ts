import type { Check } from '@/lib/domain/enrollment/check';
import type { Subject } from '@/lib/domain/enrollment/subject';
import { renderTemplate } from '@/lib/domain/message/render-template';
import { tokenFields } from '@/lib/domain/message/token-fields';
import { block, pass } from './result';

/** No email may leave with a token that has neither a value nor a fallback. */
export function tokensFilled({ request, facts: { sequence, sender }, to }: Subject): Check {
  const fields = tokenFields(request.contact, to, sender);
  const missing = (sequence?.steps ?? [])
    .slice(request.startStep)
    // Text that a person edited is no template any more.
    .filter((step) => step.id !== request.edited?.stepId)
    .flatMap((step) => [
      ...renderTemplate(step.subject, fields).missing,
      ...renderTemplate(step.body, fields).missing,
    ]);
  const tokens = [...new Set(missing)];
  return tokens.length === 0
    ? pass('tokensFilled')
    : block('tokensFilled', 'missing', { tokens: tokens.join(', ') });
}
