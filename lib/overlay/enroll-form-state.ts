import { type Signal, signal } from '@preact/signals';
import type { EnrollView } from '@/components/overlay/enroll-view';
import type { Person } from '@/lib/domain/contact/person';
import type { FailureCode } from '@/lib/rpc/failure';
import type { Choices } from '@/lib/rpc/protocol';
import type { EnrollmentPreview } from '@/lib/rpc/views';
import { draftedEmail, type EmailDrafts } from './email-drafts';

/** What is there and `undefined` is taken back. */
export type Choice = Partial<
  Pick<
    Choices,
    'sequenceId' | 'senderId' | 'from' | 'ownerProperty' | 'to' | 'startStep' | 'sendAt'
  >
>;

/** All that the Enroll popover of one person knows. */
export interface EnrollFormState {
  readonly person: Signal<Person>;
  readonly choices: Signal<Choice>;
  readonly placeholders: Signal<Readonly<Record<string, string>>>;
  readonly drafts: Signal<EmailDrafts>;
  readonly preview: Signal<EnrollmentPreview | undefined>;
  /** A moment that is chosen is no offer any more, and still one to choose from. */
  readonly offers: Signal<EnrollmentPreview['offers']>;
  readonly failure: Signal<FailureCode | undefined>;
  readonly isRefreshing: Signal<boolean>;
  readonly isEnrolling: Signal<boolean>;
  readonly isRefused: Signal<boolean>;
}

export function createEnrollFormState(person: Person): EnrollFormState {
  return {
    person: signal(person),
    choices: signal({}),
    placeholders: signal({}),
    drafts: signal(new Map()),
    preview: signal(undefined),
    offers: signal([]),
    failure: signal(undefined),
    isRefreshing: signal(false),
    isEnrolling: signal(false),
    isRefused: signal(false),
  };
}

/** What of it is shown. Read within a computed, it follows every change. */
export function enrollView(state: EnrollFormState): EnrollView {
  const person = state.person.value;
  const preview = state.preview.value;
  const failure = state.failure.value;
  const email = draftedEmail(state.drafts.value, preview?.email);
  return {
    name: person.name || (person.emails[0] ?? ''),
    ...(preview && { preview }),
    chosen: state.choices.value,
    offers: state.offers.value,
    placeholders: state.placeholders.value,
    ...(email && { email }),
    isEdited: email !== undefined && state.drafts.value.has(email.stepId),
    isRefreshing: state.isRefreshing.value,
    isEnrolling: state.isEnrolling.value,
    ...(failure && { failure }),
    isRefused: state.isRefused.value,
  };
}
