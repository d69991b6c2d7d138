import type { MenuItem } from '@/components/ui/menu-button';
import { t } from '@/lib/i18n/t';

/** What can be put into a template. The keys are what is put in. */
export function tokenItems(): readonly MenuItem<string>[] {
  const fallbacks = {
    name: t('sequenceForm.token.fallbackName'),
    company: t('sequenceForm.token.fallbackCompany'),
  };
  return [
    [`{{contact.first_name|${fallbacks.name}}}`, t('sequenceForm.token.firstName')],
    ['{{contact.last_name}}', t('sequenceForm.token.lastName')],
    ['{{contact.name}}', t('sequenceForm.token.name')],
    ['{{contact.email}}', t('sequenceForm.token.email')],
    [`{{company.name|${fallbacks.company}}}`, t('sequenceForm.token.company')],
    [
      `{{placeholder:${t('sequenceForm.token.placeholderName')}}}`,
      t('sequenceForm.token.placeholder'),
    ],
    ['{{sender.first_name}}', t('sequenceForm.token.senderFirstName')],
    ['{{sender.name}}', t('sequenceForm.token.senderName')],
    ['{{sender.email}}', t('sequenceForm.token.senderEmail')],
    ['{{sender.meeting_link}}', t('sequenceForm.token.meetingLink')],
  ].map(([key = '', label = '']) => ({ key, label, detail: key }));
}
