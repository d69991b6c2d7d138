import type { SequenceSettings } from '@/lib/domain/sequence/settings';
import type { Zone } from '@/lib/time/zone';
import type { Calendar } from './calendar';

/** Everything that says when steps may run: whose clock, which hours, which days. */
export interface SendTimes {
  readonly zone: Zone;
  readonly settings: Pick<SequenceSettings, 'days' | 'window'>;
  readonly calendar: Calendar;
}
