import { PERSONS } from '@/lib/domain/enrollment/origin-policy';
import { DAY } from '@/lib/time/instant';
import { block, type CheckRule, pass, warn } from './result';

/** An imported contact who never answered is cold for a while. Source: `hubspot.md`, section 3. */
export const coldLead: CheckRule<'coldLead'> = {
  code: 'coldLead',
  overridableBy: PERSONS,
  find: ({ request, facts: { rules }, policy, now }) => {
    const { importedAt, engagedAt } = request.contact;
    const limit = rules.coldLeadDays;
    if (importedAt === undefined || engagedAt !== undefined) return pass();
    if (now - importedAt >= limit * DAY) return pass();
    const params = { days: Math.max(0, Math.floor((now - importedAt) / DAY)), limit };
    if (policy.coldLead === 'warn') return warn('cold', params);
    return request.allowColdLeads ? pass() : block('cold', params);
  },
};
