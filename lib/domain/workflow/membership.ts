/** What a workflow remembers of one contact. */
export interface Membership {
  /** Did the criteria hold when last looked at? */
  readonly matches: boolean;
  /**
   * Which of the groups that re-enroll held when last looked at, by their index: each of them
   * re-enrolls when it begins to hold, whatever the others do.
   */
  readonly rematches: readonly number[];
  /** How often the contact has entered. */
  readonly times: number;
}

/** Of a contact that the workflow has never looked at. */
export const NO_MEMBERSHIP: Membership = { matches: false, rematches: [], times: 0 };
