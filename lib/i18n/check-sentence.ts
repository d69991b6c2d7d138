import type { Check } from '@/lib/domain/enrollment/check';
import type { Instant } from '@/lib/time/instant';
import { CHECK_PARAMS, INSTANT_PARAMS } from './check-params';
import { isolated } from './isolated';
import { sentence } from './t';
import { when } from './when';

/** What one check found, as a sentence. Foreign text in it is isolated, so that it cannot reorder it. */
export function checkSentence(check: Check, now: Instant): string {
  const variants = CHECK_PARAMS[check.code];
  const variant = check.result === 'pass' ? 'pass' : (check.reason ?? '');
  const isWhole = variants[variant]?.every((name) => textOf(check, name, now) !== '');
  const said = isWhole ? variant : `${variant}Bare`;
  const names = variants[said] ?? variants[variant];
  // A worker that is newer than this page may know reasons that the page does not.
  if (names === undefined) return sentence('check.unknown', [sentence(`checkName.${check.code}`)]);
  const key = `check.${check.code}.${variants[said] ? said : variant}`;
  return sentence(
    key,
    names.map((name) => textOf(check, name, now)),
  );
}

function textOf({ params }: Check, name: string, now: Instant): string {
  const value = params[name];
  if (value === undefined || value === '') return '';
  if (typeof value === 'string') return isolated(value);
  if (!INSTANT_PARAMS.has(name)) return String(value);
  const zone = params['zone'];
  return when(value, { now, ...(typeof zone === 'string' && { zone }) });
}
