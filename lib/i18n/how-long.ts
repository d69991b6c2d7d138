import { DAY, HOUR, MINUTE } from '@/lib/time/instant';
import { locale } from './locale';

/**
 * A span of time in its largest whole unit, never less than a minute.
 *
 * @example howLong(50 * HOUR) // '2 days'
 */
export function howLong(ms: number): string {
  const [unit, size] =
    ms >= 2 * DAY
      ? (['day', DAY] as const)
      : ms >= HOUR
        ? (['hour', HOUR] as const)
        : (['minute', MINUTE] as const);
  const format = new Intl.NumberFormat(locale(), { style: 'unit', unit, unitDisplay: 'long' });
  return format.format(Math.max(1, Math.floor(ms / size)));
}
