import type { WorkflowEvent } from '@/lib/domain/workflow/event';
import { valuesOf } from '@/lib/domain/workflow/property-value';
import type { Instant } from '@/lib/time/instant';
import { type Contact, PAST_VALUES, type Past } from './contact';

/** Says only that something else has changed. */
const LAST_MODIFIED = 'lastmodifieddate';
/** Longer names cannot be named by a filter. */
const MAX_NAME = 64;

export interface Noted {
  /** With what its properties were before. */
  readonly contact: Contact;
  /** What workflows may wait for; none when nothing has changed. */
  readonly event?: WorkflowEvent;
}

/**
 * What is about to be stored, compared with what is known: keeps the earlier values of everything
 * that changes, for "has ever been", and says what happened.
 *
 * @param known as stored, if it is
 * @example noteChanges(undefined, contact, now).event // { type: 'contactCreated' }
 */
export function noteChanges(known: Contact | undefined, next: Contact, now: Instant): Noted {
  if (known === undefined) return { contact: next, event: { type: 'contactCreated' } };
  const was = valuesOf(known);
  const is = valuesOf(next);
  const names = [...new Set([...was.keys(), ...is.keys()])].filter(
    (name) => was.get(name) !== is.get(name) && name !== LAST_MODIFIED,
  );
  // Nobody but us writes it: what a caller brings is older than what is stored, or the same.
  const { past: _brought, ...rest } = next;
  if (names.length === 0) return { contact: { ...rest, ...(known.past && { past: known.past }) } };
  const past = Object.fromEntries(
    names.map((name) => [name, withEarlier(known.past?.[name], was.get(name), now)]),
  );
  return {
    contact: { ...rest, past: { ...known.past, ...past } },
    event: {
      type: 'propertyChanged',
      before: pick(was, [...names, LAST_MODIFIED]),
      after: pick(is, [...names, LAST_MODIFIED]),
    },
  };
}

/** Distinct, the newest first, and no more than "has ever been" looks back on. */
function withEarlier(past: Past | undefined, value: string | undefined, at: Instant): Past {
  const earlier = past?.values ?? [];
  if (value === undefined) return { at, values: [...earlier] };
  const values = [value, ...earlier.filter((one) => one !== value)].slice(0, PAST_VALUES);
  return { at, values };
}

function pick(values: ReadonlyMap<string, string>, names: readonly string[]) {
  return Object.fromEntries(
    names.flatMap((name) => {
      const value = values.get(name);
      return value === undefined || name === '' || name.length > MAX_NAME ? [] : [[name, value]];
    }),
  );
}
