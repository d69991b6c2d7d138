import type { Operation } from '@/lib/domain/workflow/operation';
import type { Instant } from '@/lib/time/instant';
import { locale } from './locale';
import { sentence, t } from './t';

/**
 * What a filter asks of a property, with what it compares it to.
 *
 * @example operationSentence(equals('demo')) // 'is equal to “demo”'
 */
export function operationSentence(operation: Operation): string {
  const { operationType, operator } = operation;
  const asks = sentence(`operator.${operationType}.${operator}`);
  const operand = operandOf(operation);
  const said = operand === '' ? asks : `${asks} ${operand}`;
  return operation.includeObjectsWithNoValueSet ? t('workflows.orUnknown', [said]) : said;
}

function operandOf(operation: Operation): string {
  switch (operation.operationType) {
    case 'ALL_PROPERTY':
      return '';
    case 'STRING':
      return quoted([operation.value]);
    case 'MULTISTRING':
    case 'ENUMERATION':
      return quoted(operation.values);
    case 'NUMBER':
      return String(operation.value);
    case 'NUMBER_RANGED':
      return between(String(operation.lowerBound), String(operation.upperBound));
    case 'BOOL':
      return operation.value ? t('workflow.filter.yes') : t('workflow.filter.no');
    case 'DATE':
      return operation.date;
    case 'DATETIME':
      return moment(operation.timestamp);
    case 'RANGED_DATE':
      return between(moment(operation.lowerBound), moment(operation.upperBound));
    case 'ROLLING_DATE_RANGE':
    case 'ROLLING_PROPERTY_UPDATED':
      return `(N = ${operation.numberOfDays})`;
    case 'CALENDAR_DATE':
      return `(${operation.timeUnitCount} ${t(`workflow.unit.${operation.timeUnit}`)})`;
  }
}

const MOST_VALUES = 8;

function quoted(values: readonly string[]): string {
  const shown = values.slice(0, MOST_VALUES).map((value) => t('workflows.quoted', [value]));
  return [...shown, ...(values.length > MOST_VALUES ? ['…'] : [])].join(', ');
}

function between(lower: string, upper: string): string {
  return `${lower} – ${upper}`;
}

function moment(at: Instant): string {
  return new Intl.DateTimeFormat(locale(), { dateStyle: 'medium', timeStyle: 'short' }).format(at);
}
