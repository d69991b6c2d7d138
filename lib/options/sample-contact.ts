import * as v from 'valibot';
import type { Contact } from '@/lib/domain/contact/contact';
import { parseEmailAddress } from '@/lib/domain/contact/email-address';
import { contactIdSchema } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/t';

/** Somebody to try a sequence on before anybody is stored. Has no zone, as many contacts have none. */
export function sampleContact(): Contact {
  const email = parseEmailAddress('alex.sample@example.com');
  return {
    id: v.parse(contactIdSchema, 'sample'),
    name: t('sequenceForm.sample.name'),
    emails: email === undefined ? [] : [email],
    company: t('sequenceForm.sample.company'),
    properties: {},
    refs: [],
    createdAt: 0,
    updatedAt: 0,
  };
}
