import { t } from './t';

/** Why an enrollment failed, from the code that the engine wrote. Later engines bring new codes. */
export function enrollmentFailureSentence(code: string): string {
  const [head = '', detail] = code.split(':', 2);
  switch (head) {
    case 'tokensMissing':
    case 'senderMissing':
    case 'sequenceMissing':
    case 'contactMissing':
    case 'outcomeUnknown':
      return t(`enrollmentFailure.${head}`);
    case 'refused':
      return t('enrollmentFailure.refused', [detail ?? '']);
    default:
      return t('enrollmentFailure.other', [code]);
  }
}
