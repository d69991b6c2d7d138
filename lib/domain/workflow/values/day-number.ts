/** Days since 1970-01-01 on a calendar without a zone. */
export type DayNumber = number;

const MONTH_DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;
/** From March 1 of the year 0 to 1970-01-01. */
const TO_EPOCH = 719_468;

/**
 * By hand: `Date.parse` takes February 30 for March 2, and five times as long.
 *
 * @param text begins with `YYYY-MM-DD`; what comes after is not looked at
 * @returns `NaN` for anything else and for a day that no calendar has
 * @example dayNumberOf('1970-01-02') // 1
 */
export function dayNumberOf(text: string): DayNumber {
  if (text.charCodeAt(4) !== DASH || text.charCodeAt(7) !== DASH) return Number.NaN;
  const year = 100 * twoDigits(text, 0) + twoDigits(text, 2);
  const month = twoDigits(text, 5);
  const day = twoDigits(text, 8);
  const longest = MONTH_DAYS[month - 1];
  // Neither is so for a day that is not a number.
  if (longest === undefined || !(day >= 1 && day <= longest) || Number.isNaN(year)) {
    return Number.NaN;
  }
  if (month === 2 && day === 29 && !isLeap(year)) return Number.NaN;
  return daysTo(year, month, day);
}

const DASH = 45;
const ZERO = 48;

/** `NaN` unless both are digits. */
export function twoDigits(text: string, at: number): number {
  const tens = text.charCodeAt(at) - ZERO;
  const ones = text.charCodeAt(at + 1) - ZERO;
  const areDigits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
  return areDigits ? 10 * tens + ones : Number.NaN;
}

function isLeap(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

/** With years that begin in March, the day that leap years add is the last. */
function daysTo(year: number, month: number, day: number): DayNumber {
  const y = month <= 2 ? year - 1 : year;
  const era = Math.floor(y / 400);
  const yearOfEra = y - era * 400;
  const dayOfYear = Math.floor((153 * (month > 2 ? month - 3 : month + 9) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - TO_EPOCH;
}
