import type { Zone } from '@/lib/time/zone';

/** A zone to choose, with its distance from UTC. */
export interface ZoneChoice {
  readonly value: Zone;
  readonly label: string;
}
