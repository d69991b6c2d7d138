import { Query } from 'mingo';
import type { Contact } from '@/lib/domain/contact/contact';
import type { Rule } from '@/lib/domain/workflow/compile-rules';
import type { Filter } from '@/lib/domain/workflow/filter';
import type { PropertyDefinitions } from '@/lib/domain/workflow/property-definition';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import { momentIn, timeOracle } from './time-oracle';

type Doc = Record<string, unknown>;

/**
 * Does a rule hold? Everything that MongoDB's query language has is answered by `mingo`, as one query
 * for the whole tree; what it lacks (calendars, whole words) is worked out the slow and plain way and
 * handed to it as a field. Shares no code with what it judges.
 */
export function oracleHolds(
  { groups, zone }: Rule,
  contact: Contact,
  definitions: PropertyDefinitions,
  now: Instant,
): boolean {
  const doc: Doc = {};
  const ors = groups.map(({ filters }, group) => {
    const ands = filters.map((filter, index) => {
      const field = `f${group}_${index}`;
      return conditionOf(filter, { field, doc, contact, definitions, now, zone });
    });
    return ands.length === 0 ? {} : { $and: ands };
  });
  return new Query(ors.length === 0 ? {} : { $or: ors }).test(doc);
}

interface Place {
  readonly field: string;
  readonly doc: Doc;
  readonly contact: Contact;
  readonly definitions: PropertyDefinitions;
  readonly now: Instant;
  readonly zone: Zone;
}

/** Puts the value into the document, and says what is asked of it. */
function conditionOf({ property, operation }: Filter, place: Place): Doc {
  const { field, doc, contact, definitions, now, zone } = place;
  const definition = definitions.get(property);
  const stored = contact.properties[property] || undefined;
  const earlier = contact.past?.[property];
  const nothing = operation.includeObjectsWithNoValueSet ? { [field]: { $exists: false } } : NEVER;
  const given = (value: unknown, condition: Doc): Doc => {
    if (value !== undefined) doc[field] = value;
    return { $or: [nothing, { $and: [{ [field]: { $exists: true } }, condition] }] };
  };

  const type = operation.operationType;
  if (type === 'ALL_PROPERTY') {
    const known =
      stored !== undefined && readAs(definition?.type ?? 'string', stored) !== undefined;
    if (known) doc[field] = stored;
    return { [field]: { $exists: operation.operator === 'IS_KNOWN' } };
  }
  const isRight =
    definition === undefined || definition.guessed || FITS[type]?.includes(definition.type);
  if (!isRight) return given(undefined, {});
  if (type === 'ROLLING_PROPERTY_UPDATED') {
    const at = earlier?.at ?? (stored === undefined ? undefined : contact.createdAt);
    return given(at === undefined ? undefined : timeOracle(operation, { at }, now, zone), {
      [field]: true,
    });
  }
  const kind = KINDS[type];
  if (kind === undefined) {
    const moment = stored === undefined ? undefined : momentIn(stored, definition?.type === 'date');
    return given(moment && timeOracle(operation, moment, now, zone), { [field]: true });
  }
  const read = (text: string) => readAs(kind, text);
  const isHistory = operation.operator.startsWith('HAS_');
  const history = [...(stored ? [stored] : []), ...(earlier?.values ?? [])]
    .map(read)
    .filter((value) => value !== undefined);
  const value = isHistory
    ? history.length === 0
      ? undefined
      : history.map((one) => ({ v: one }))
    : stored === undefined
      ? undefined
      : read(stored);
  const positive = positiveOf(operation, isHistory ? 'v' : field);
  const asked = isHistory ? { [field]: { $elemMatch: positive } } : positive;
  return given(value, isNegative(operation.operator) ? { $nor: [asked] } : asked);
}

/** Nothing has it. */
const NEVER: Doc = { never: { $exists: true } };

const TIMES = ['date', 'datetime'];
const FITS: Readonly<Record<string, readonly string[]>> = {
  STRING: ['string'],
  MULTISTRING: ['string'],
  NUMBER: ['number'],
  NUMBER_RANGED: ['number'],
  BOOL: ['bool'],
  ENUMERATION: ['enumeration'],
  DATE: TIMES,
  DATETIME: TIMES,
  RANGED_DATE: TIMES,
  ROLLING_DATE_RANGE: TIMES,
  CALENDAR_DATE: TIMES,
  ROLLING_PROPERTY_UPDATED: ['string', 'number', 'bool', 'enumeration', ...TIMES],
};
const KINDS: Readonly<Record<string, string | undefined>> = {
  STRING: 'string',
  MULTISTRING: 'string',
  NUMBER: 'number',
  NUMBER_RANGED: 'number',
  BOOL: 'bool',
  ENUMERATION: 'enumeration',
};

function readAs(type: string, text: string): unknown {
  const trimmed = text.trim();
  switch (type) {
    case 'number': {
      const isPlain = trimmed !== '' && !/[^\d.e+-]/i.test(trimmed);
      return isPlain && Number.isFinite(Number(trimmed)) ? Number(trimmed) + 0 : undefined;
    }
    case 'bool':
      return /^(true|false)$/i.test(trimmed) ? /^true$/i.test(trimmed) : undefined;
    case 'enumeration': {
      const choices = text
        .split(/\s*;\s*/)
        .map((one) => one.trim())
        .filter(Boolean);
      return choices.length === 0 ? undefined : [...new Set(choices)];
    }
    case 'date':
    case 'datetime':
      return momentIn(text, type === 'date');
    default:
      return text === '' ? undefined : text.normalize('NFC');
  }
}

function isNegative(operator: string): boolean {
  return /_NOT_|_NEVER_|NONE/.test(operator);
}

/** The condition without its "not". */
function positiveOf(operation: Filter['operation'], field: string): Doc {
  const pattern = (source: string) => ({ [field]: { $regex: new RegExp(source, 'isu') } });
  const texts = (of: readonly string[], source: (escaped: string, text: string) => string) => ({
    $or: of.map((text) => {
      const composed = text.normalize('NFC');
      return pattern(source(RegExp.escape(composed), composed));
    }),
  });
  const wordStart = (text: string) => (/^[\p{L}\p{N}]/u.test(text) ? '(?<![\\p{L}\\p{N}])' : '');
  const wordEnd = (text: string) => (/[\p{L}\p{N}]$/u.test(text) ? '(?![\\p{L}\\p{N}])' : '');
  switch (operation.operationType) {
    case 'STRING':
    case 'MULTISTRING': {
      const wanted = operation.operationType === 'STRING' ? [operation.value] : operation.values;
      const { operator } = operation;
      if (operator.endsWith('EXACTLY')) {
        return texts(wanted, (escaped, text) => wordStart(text) + escaped + wordEnd(text));
      }
      if (operator === 'STARTS_WITH') return texts(wanted, (escaped) => `^${escaped}`);
      if (operator === 'ENDS_WITH') return texts(wanted, (escaped) => `${escaped}$`);
      return operator.includes('CONTAIN')
        ? texts(wanted, (escaped) => escaped)
        : texts(wanted, (escaped) => `^${escaped}$`);
    }
    case 'NUMBER': {
      const { operator, value } = operation;
      if (operator === 'IS_GREATER_THAN') return { [field]: { $gt: value } };
      if (operator === 'IS_GREATER_THAN_OR_EQUAL_TO') return { [field]: { $gte: value } };
      if (operator === 'IS_LESS_THAN') return { [field]: { $lt: value } };
      if (operator === 'IS_LESS_THAN_OR_EQUAL_TO') return { [field]: { $lte: value } };
      return { [field]: { $eq: value } };
    }
    case 'BOOL':
      return { [field]: { $eq: operation.value } };
    case 'NUMBER_RANGED':
      return { [field]: { $gte: operation.lowerBound, $lte: operation.upperBound } };
    case 'ENUMERATION': {
      const wanted = [...new Set(operation.values)];
      if (operation.operator.includes('ANY') || operation.operator.includes('NONE')) {
        return { [field]: { $in: wanted } };
      }
      const all = { [field]: { $all: wanted } };
      return operation.operator.includes('EXACTLY')
        ? { $and: [all, { [field]: { $size: wanted.length } }] }
        : all;
    }
    default:
      throw new TypeError(`not for mingo: ${operation.operationType}`);
  }
}
