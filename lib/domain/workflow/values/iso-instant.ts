import { DAY, HOUR, MINUTE, SECOND } from '@/lib/time/instant';
import { dayNumberOf, twoDigits } from './day-number';

/** Hours, minutes, seconds if any, a fraction if any, and the offset without which it is no instant. */
const TIME = /^T(\d{2}):(\d{2})(?::(\d{2})(?:\.(\d{1,9}))?)?(?:Z|([+-])(\d{2}):(\d{2}))$/i;

/**
 * The instant that an ISO 8601 text with an offset is, or `NaN`.
 *
 * @example isoInstant('2026-11-22T09:00:00+01:00') // 1_795_334_400_000
 * @example isoInstant('2026-11-22T09:00:00') // NaN: nobody knows on whose clock
 */
export function isoInstant(text: string): number {
  const midnight = dayNumberOf(text) * DAY;
  if (Number.isNaN(midnight)) return Number.NaN;
  const common = commonTime(text);
  return midnight + (Number.isNaN(common) ? anyTime(text.slice(10)) : common);
}

/** `T09:00:00.000Z` as everybody writes it, without the cost of a regular expression. */
function commonTime(text: string): number {
  const isCommon =
    text.length === 24 &&
    text[10] === 'T' &&
    text[13] === ':' &&
    text[16] === ':' &&
    text[19] === '.' &&
    text[23] === 'Z';
  if (!isCommon) return Number.NaN;
  const thousandths = 10 * twoDigits(text, 20) + (text.charCodeAt(22) - 48);
  const isFraction = text.charCodeAt(22) >= 48 && text.charCodeAt(22) <= 57;
  return isFraction
    ? timeOf(twoDigits(text, 11), twoDigits(text, 14), twoDigits(text, 17)) + thousandths
    : Number.NaN;
}

function anyTime(text: string): number {
  const found = TIME.exec(text);
  if (found === null) return Number.NaN;
  const [
    ,
    hours = '',
    minutes = '',
    seconds = '0',
    fraction = '',
    sign,
    offsetHours,
    offsetMinutes,
  ] = found;
  const thousandths = Math.floor(Number(`0.${fraction || 0}`) * 1_000);
  const offset = timeOf(Number(offsetHours ?? 0), Number(offsetMinutes ?? 0), 0);
  const time = timeOf(Number(hours), Number(minutes), Number(seconds)) + thousandths;
  return sign === '-' ? time + offset : time - offset;
}

/** `NaN` for a time that no clock shows. */
function timeOf(hours: number, minutes: number, seconds: number): number {
  const isReal = hours < 24 && minutes < 60 && seconds < 60;
  return isReal ? hours * HOUR + minutes * MINUTE + seconds * SECOND : Number.NaN;
}
