import { isColdLead } from '@/lib/domain/contact/is-cold-lead';
import { PERSONS } from '@/lib/domain/enrollment/origin-policy';
import { DAY } from '@/lib/time/instant';
import { block, type CheckRule, pass, warn } from './result';

/** An imported contact who never answered is cold for a while. Source: `hubspot.md`, section 3. */
export const coldLead: CheckRule<'coldLead'> = {
  code: 'coldLead',
  overridableBy: PERSONS,
  find: ({ request, facts: { rules }, policy, now }) => {
    const { contact } = request;
    const limit = rules.coldLeadDays;
    if (!isColdLead(contact, { days: limit, now })) return pass();
    const days = Math.floor((now - (contact.importedAt ?? now)) / DAY);
    const params = { days: Math.max(0, days), limit };
    if (policy.coldLead === 'warn') return warn('cold', params);
    return request.allowColdLeads ? pass() : block('cold', params);
  },
};
