import type { Finding } from '@/lib/domain/workflow/finding';
import { propertyName } from './property-name';
import { sentence, t } from './t';

/** What lint found, in a sentence. */
export function findingSentence({ code, params, place }: Finding): string {
  const text = (name: string) => String(params[name] ?? '');
  const property = propertyName(text('property'));
  switch (code) {
    case 'unknownProperty':
    case 'readOnlyProperty':
    case 'ownProperty':
    case 'neverEnds':
      return t(`finding.${code}`, [property]);
    case 'wrongType':
      return t('finding.wrongType', [property, typeName(text('type'))]);
    case 'badValue':
      return badValue(property, text('value'), place);
    case 'unknownZone':
      return t('finding.unknownZone', [text('zone')]);
    case 'tooManyFilters':
      return t('finding.tooManyFilters', [text('filters'), text('limit')]);
    case 'tooDeep':
      return t('finding.tooDeep', [text('limit')]);
    case 'sequenceArchived':
      return t('finding.sequenceArchived', [text('sequence')]);
    case 'senderIneligible':
      return t('finding.senderIneligible', [text('address'), senderReason(text('reason'))]);
    case 'tooMany':
      return t('finding.tooMany', [text('matched'), text('limit')]);
    case 'coldLeads':
      return t('finding.coldLeads', [text('cold'), text('matched')]);
    case 'impersonal':
      return impersonal(text('properties'));
    case 'placeholders':
      return t('finding.placeholders', [text('sequence'), text('tokens')]);
    case 'fights':
      return t('finding.fights', [text('workflow')]);
    default:
      return t(`finding.${code}`);
  }
}

/** Two bounds in the wrong order, an address or a day that is none, or a value that does not fit. */
function badValue(property: string, value: string, place: string): string {
  if (place.startsWith('settings.suppressed')) return t('finding.badAddress', [value]);
  if (/^\S+ > \S+$/.test(value)) return t('finding.badRange');
  return property === '' ? t('finding.badDay', [value]) : t('finding.badValue', [property, value]);
}

function impersonal(properties: string): string {
  if (properties === '') return t('finding.impersonal');
  const names = properties.split(', ').map(propertyName);
  return t('finding.impersonalBy', [names.join(', ')]);
}

const SENDER_REASONS = ['noSeat', 'shared', 'notItsAddress', 'expired', 'revoked'] as const;

function senderReason(reason: string): string {
  const known = SENDER_REASONS.find((one) => one === reason);
  return known === undefined ? reason : t(`finding.sender.${known}`);
}

const TYPES = ['string', 'number', 'bool', 'enumeration', 'date', 'datetime'];

const typeName = (type: string) => (TYPES.includes(type) ? sentence(`finding.type.${type}`) : type);
