/** One place where the rep works, and whether the overlay may run there. */
export interface SiteLine {
  readonly id: string;
  readonly name: string;
  /** What is asked for, and said, when it is switched on. */
  readonly origins: readonly string[];
  readonly hosts: readonly string[];
  /** `takenBack`: switched on here once, and off in the browser since. */
  readonly state: 'on' | 'off' | 'takenBack';
  /** A wider grant of the browser cannot be removed site by site. */
  readonly removable: boolean;
}
