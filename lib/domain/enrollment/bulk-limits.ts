// Numbers only, because surfaces that show them must not carry the schemas of `bulk.ts`.

/** Above this a person has to say that they mean it, and above that to type the number. */
export const CONFIRM_ABOVE = 50;
export const TYPE_NUMBER_ABOVE = 100;
/** As many as one go may hold. */
export const BULK_LIMIT = 500;
/** First emails of a bulk per minute, whatever the sender's own limit. Source: `hubspot.md` 1.4. */
export const BULK_PER_MINUTE = 3;
