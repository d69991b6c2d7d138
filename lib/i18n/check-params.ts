import type { CheckCode } from '@/lib/domain/enrollment/check';

/**
 * Every sentence that a check can have, and the params it names in the order of its blanks. A variant
 * that ends in `Bare` is said when the other one would have a blank without a value.
 */
export const CHECK_PARAMS: Readonly<
  Record<CheckCode, Readonly<Record<string, readonly string[]>>>
> = {
  hasAddress: { pass: [], missing: [], foreign: ['address'] },
  addressValid: { pass: [], role: ['address'], invalid: ['address'] },
  ownAddress: { pass: [], own: ['address'] },
  alreadyEnrolled: {
    pass: [],
    held: ['sequence', 'step', 'steps', 'owner'],
    heldBare: ['sequence', 'step', 'steps'],
  },
  recentlyEnrolled: {
    pass: [],
    sequence: ['sequence', 'days', 'limit'],
    any: ['sequence', 'days', 'limit'],
  },
  sequenceAvailable: {
    pass: [],
    missing: [],
    deleted: ['sequence'],
    archived: ['sequence'],
    notShared: ['sequence'],
  },
  sequenceHasSteps: { pass: [], empty: ['sequence'] },
  sequenceNotPaused: { pass: [], paused: ['sequence'] },
  senderEligible: {
    pass: [],
    none: [],
    unchosen: [],
    noSeat: ['address'],
    shared: ['address'],
    notItsAddress: ['from', 'address'],
    expired: ['address'],
    revoked: ['address'],
    offline: ['address'],
  },
  ownerResolved: { pass: [], noAddress: ['property'], noSender: ['property', 'address'] },
  dailyLimit: {
    pass: ['used', 'limit'],
    passBare: [],
    full: ['used', 'limit', 'free'],
    fullBare: ['used', 'limit'],
  },
  perMinuteLimit: { pass: ['limit'], passBare: [], full: ['limit'] },
  suppressed: {
    pass: [],
    optedOut: ['address'],
    bounced: ['address'],
    blocked: ['address'],
    spamComplaint: ['address'],
  },
  tokensFilled: { pass: [], missing: ['tokens'], placeholders: ['tokens'] },
  coldLead: { pass: [], cold: ['days', 'limit'] },
  bulkSize: { pass: [], confirm: ['size'], typeNumber: ['size'], tooMany: ['size'] },
  sameCompany: { pass: [], colleague: ['name', 'sequence'] },
  quietTime: {
    pass: [],
    window: ['at', 'sendAt'],
    windowBare: ['at'],
    weekend: ['at', 'sendAt'],
    weekendBare: ['at'],
    holiday: ['at', 'sendAt', 'holiday'],
    holidayBare: ['at', 'holiday'],
    closed: ['at', 'sendAt'],
    closedBare: ['at'],
    tooFar: ['at', 'limit'],
  },
  zoneKnown: { pass: [], sender: ['zone'] },
};

/** Params that are instants; all other numbers are said as they are. */
export const INSTANT_PARAMS: ReadonlySet<string> = new Set(['at', 'sendAt', 'free']);
