import * as v from 'valibot';
import { enroll } from '@/lib/background/enrolling/enroll';
import { type Person, personSchema } from '@/lib/domain/contact/person';
import type { CheckCode } from '@/lib/domain/enrollment/check';
import type { Choices } from '@/lib/rpc/protocol';
import type { EnrolledStatus, EnrollOutcome } from '@/lib/rpc/views';
import { senderId, sequenceId } from './builders';
import type { UseCaseWorld } from './use-case-world';

/** A person as a page shows them, read as the worker reads what pages say. */
export function aPerson(overrides: Partial<v.InferInput<typeof personSchema>> = {}): Person {
  return v.parse(personSchema, {
    name: 'Ada Lovelace',
    emails: ['ada@example.com'],
    zone: 'America/New_York',
    ...overrides,
  });
}

export const onHubspot = (recordId: string) => ({ site: 'hubspot', account: '4711', recordId });

export type EnrollChoices = Choices & { readonly accepted: readonly CheckCode[] };

/** What the popover sends for a person when nothing was changed in it. */
export function choicesFor(person: Person, overrides: Partial<EnrollChoices> = {}): EnrollChoices {
  return {
    person,
    sequenceId: sequenceId('sequence-1'),
    senderId: senderId('sender-1'),
    accepted: [],
    placeholders: {},
    ...overrides,
  };
}

export function statusIn(outcome: EnrollOutcome): EnrolledStatus {
  if (outcome.kind !== 'enrolled') throw new Error('expected to be enrolled', { cause: outcome });
  return outcome.status;
}

/** Enrolls somebody and says how they stand. */
export async function enrolled(world: UseCaseWorld, person = aPerson()): Promise<EnrolledStatus> {
  return statusIn(await enroll(world.deps, choicesFor(person)));
}
