import { companyKeyOf } from '@/lib/domain/contact/company-key';
import { PERSONS } from '@/lib/domain/enrollment/origin-policy';
import { block, type CheckRule, pass, warn } from './result';

/** Two people at one company get the same letters only knowingly; a free-mail domain is no company. */
export const sameCompany: CheckRule<'sameCompany'> = {
  code: 'sameCompany',
  overridableBy: PERSONS,
  find: ({ request, facts: { colleague, sequence } }) => {
    const rule = sequence?.settings.sameCompany ?? 'allow';
    if (rule === 'allow' || colleague === undefined) return pass();
    if (companyKeyOf(request.contact) === undefined) return pass();
    const params = { name: colleague.name, sequence: sequence?.name ?? '' };
    return rule === 'block' ? block('colleague', params) : warn('colleague', params);
  },
};
