import { describe, expect, test } from 'vitest';
import { aContact, address } from '@/test/support/builders';
import { isSuppressedBy } from './is-suppressed';

const ada = aContact({ emails: [address('ada@example.com'), address('Ada@home.example.com')] });

describe('a suppression list', () => {
  test.each([
    [[], false],
    [['ada@example.com'], true],
    [[' ADA@Example.com '], true],
    [['ada@home.example.com'], true],
    [['@example.com'], true],
    [['@HOME.example.com'], true],
    [['@home.example.com.pl'], false],
    [['@ample.com'], false],
    [['bob@example.com', '@other.example.com'], false],
    [['', '@'], false],
  ])('%j names Ada: %s', (suppressed, expected) => {
    expect(isSuppressedBy({ suppressed }, ada)).toBe(expected);
  });

  test('of a domain does not name its subdomains', () => {
    expect(
      isSuppressedBy(
        { suppressed: ['@example.com'] },
        aContact({ emails: [address('a@sub.example.com')] }),
      ),
    ).toBe(false);
  });

  test('never names a contact without an address', () => {
    expect(isSuppressedBy({ suppressed: ['@', '', 'ada@example.com'] }, { emails: [] })).toBe(
      false,
    );
  });
});
