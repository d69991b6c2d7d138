import type { Person } from '@/lib/domain/contact/person';
import type { BulkChoices } from '@/lib/domain/enrollment/bulk';
import type { Choices } from '@/lib/rpc/protocol';

/** What was chosen for all, as the choices for one of them. */
export function choicesOf(
  person: Person,
  choices: { readonly [Name in keyof BulkChoices]?: BulkChoices[Name] | undefined },
): Choices {
  const { sequenceId, senderId, from, startStep, sendAt, placeholders = {} } = choices;
  return {
    person,
    ...(sequenceId && { sequenceId }),
    ...(senderId && { senderId }),
    ...(from && { from }),
    ...(startStep !== undefined && { startStep }),
    ...(sendAt !== undefined && { sendAt }),
    placeholders,
  };
}
