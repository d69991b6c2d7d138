import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { FINDING_CODES, type Finding } from '@/lib/domain/workflow/finding';
import { KNOWN_PROPERTIES } from '@/lib/domain/workflow/known-properties';
import { OPERATORS } from '@/lib/domain/workflow/operation';
import { findingSentence } from './finding-sentence';
import { propertyName } from './property-name';
import { weekdayName } from './weekday-name';

const read = (language: string) =>
  parse(readFileSync(join(import.meta.dirname, 'locales', `${language}.yml`), 'utf8'));
const PARAMS: Finding['params'] = {
  property: 'jobtitle',
  type: 'date',
  operationType: 'STRING',
  value: 'green',
  zone: 'Mars/Olympus',
  filters: 251,
  limit: 250,
  sequence: 'Introduction',
  address: 'rep@example.com',
  reason: 'noSeat',
  matched: 120,
  cold: 7,
  properties: 'createdate, shoe_size',
  tokens: 'why now',
  workflow: 'Rival',
};
const aFinding = (finding: Partial<Finding> = {}): Finding => ({
  code: 'noActions',
  severity: 'error',
  stops: 'save',
  place: '',
  params: PARAMS,
  ...finding,
});

describe('what lint finds', () => {
  test.each(FINDING_CODES)('%s is a sentence with everything filled in', (code) => {
    const sentence = findingSentence(aFinding({ code }));

    expect(sentence).toMatch(/^.{10,}\.$/s);
    expect(sentence).not.toMatch(/\$\d|undefined|jobtitle|createdate/);
  });

  test('about a value says what kind of value it is', () => {
    const said = (params: Finding['params'], place = '') =>
      findingSentence(aFinding({ code: 'badValue', params, place }));

    expect(said({ property: 'jobtitle', value: 'green' })).toBe(
      '“green” is no value that “Job title” can have.',
    );
    expect(said({ property: 'engaged', value: '1790000000000 > 1780000000000' })).toBe(
      'The range ends before it starts.',
    );
    expect(said({ property: '', value: '2026-02-30' }, 'settings.pauseDates.0')).toBe(
      '“2026-02-30” is no day of the calendar.',
    );
    expect(said({ property: '', value: 'nobody' }, 'settings.suppressed.2')).toContain(
      'neither an address nor a domain',
    );
  });

  test('about nobody in particular names what is asked, when something is', () => {
    const said = (properties: string) =>
      findingSentence(aFinding({ code: 'impersonal', params: { properties } }));

    expect(said('')).not.toContain('Only');
    expect(said('createdate, shoe_size')).toContain('Only Created, shoe_size is asked');
  });
});

describe.each(['en', 'pl'])('in %s', (language) => {
  const words = read(language);

  test('every operator has its words, and no two of one type the same', () => {
    for (const [type, operators] of Object.entries(OPERATORS)) {
      const said = operators.map((operator) => words.operator[type]?.[operator]);
      expect(said.every((text) => typeof text === 'string' && text !== '')).toBe(true);
      expect(new Set(said).size).toBe(operators.length);
    }
  });

  test('every known property has its name', () => {
    const named = Object.keys(words.workflow.propertyName).sort();

    expect(named).toEqual(KNOWN_PROPERTIES.map(({ name }) => name).sort());
  });
});

test('a property is named in words, a company’s own by its name', () => {
  expect(propertyName('hs_lead_status')).toBe('Lead status');
  expect(propertyName('shoe_size')).toBe('shoe_size');
  expect(propertyName('constructor')).toBe('constructor');
});

test('the week begins on Monday', () => {
  expect([1, 7].map(weekdayName)).toEqual(['Monday', 'Sunday']);
});
