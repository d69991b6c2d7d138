import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { EnrollView } from '@/components/overlay/enroll-view';
import type { Person } from '@/lib/domain/contact/person';
import type { Rpc } from '@/lib/rpc/client';
import type { FailureCode } from '@/lib/rpc/failure';
import { failureCode } from '@/lib/rpc/failure-code';
import type { Choices } from '@/lib/rpc/protocol';
import type { EnrollmentPreview, EnrollOutcome } from '@/lib/rpc/views';
import { createDebounce } from './debounce';
import {
  draftedEmail,
  dropDraft,
  type EmailDrafts,
  type EmailText,
  editDraft,
} from './email-drafts';
import { enrollRequest } from './enroll-request';

export type Choice = Partial<
  Pick<Choices, 'sequenceId' | 'senderId' | 'from' | 'to' | 'startStep'>
>;

export interface EnrollFormDeps {
  readonly person: Person;
  readonly rpc: Pick<Rpc, 'enrollment.preview' | 'enrollment.enroll'>;
  readonly signal: AbortSignal;
}

/** The Enroll popover of one person. It outlives the popover, so that nothing typed is lost. */
export interface EnrollForm {
  readonly view: ReadonlySignal<EnrollView>;
  readonly choose: (choice: Choice) => void;
  readonly edit: (change: Partial<EmailText>) => void;
  readonly resetEmail: () => void;
  readonly reload: () => Promise<void>;
  /** The page shows more about the same person now. */
  readonly setPerson: (person: Person) => void;
  /** What the worker answered; `undefined` when it could not be asked, which is then in `view`. */
  readonly enroll: () => Promise<EnrollOutcome | undefined>;
}

const TYPING_PAUSE_MS = 400;

export function createEnrollForm({ person: first, rpc, signal: life }: EnrollFormDeps): EnrollForm {
  const person = signal(first);
  const preview = signal<EnrollmentPreview>();
  const drafts = signal<EmailDrafts>(new Map());
  const failure = signal<FailureCode>();
  const isRefreshing = signal(false);
  const isEnrolling = signal(false);
  const isRefused = signal(false);
  let choices: Choice = {};
  let newest = 0;

  const draft = () => {
    const stepId = preview.peek()?.email?.stepId;
    return stepId && drafts.peek().get(stepId);
  };

  const reload = async (): Promise<void> => {
    pause.cancel();
    const question = ++newest;
    const edited = draft();
    isRefreshing.value = true;
    try {
      const input = { person: person.peek(), ...choices, ...(edited && { edited }) };
      const answer = await rpc['enrollment.preview'](input);
      if (question !== newest || life.aborted) return;
      preview.value = answer;
      failure.value = undefined;
      isRefused.value = false;
      // Another step became the first one and has a draft that this answer knew nothing of.
      if (draft() !== edited) return reload();
    } catch (cause) {
      if (question === newest) failure.value = failureCode(cause);
    }
    if (question === newest) isRefreshing.value = false;
  };
  const pause = createDebounce(() => void reload(), { ms: TYPING_PAUSE_MS, signal: life });

  const change = (next: EmailDrafts) => {
    drafts.value = next;
    pause.schedule();
  };

  const enroll = async () => {
    const shown = preview.peek();
    if (!shown || isEnrolling.peek()) return undefined;
    const request = enrollRequest(person.peek(), shown, draft());
    if (!request) return undefined;
    // An answer that is still on its way describes the moment before this one.
    pause.cancel();
    newest += 1;
    isRefreshing.value = false;
    isEnrolling.value = true;
    failure.value = undefined;
    try {
      const outcome = await rpc['enrollment.enroll'](request);
      if (outcome.kind === 'refused') {
        const { checks, status } = outcome;
        preview.value = { ...shown, checks, status, allowed: false };
        isRefused.value = true;
      }
      return outcome;
    } catch (cause) {
      failure.value = failureCode(cause);
      return undefined;
    } finally {
      isEnrolling.value = false;
    }
  };

  const view = computed<EnrollView>(() => {
    const email = draftedEmail(drafts.value, preview.value?.email);
    return {
      name: person.value.name || (person.value.emails[0] ?? ''),
      ...(preview.value && { preview: preview.value }),
      ...(email && { email }),
      isEdited: email !== undefined && drafts.value.has(email.stepId),
      isRefreshing: isRefreshing.value,
      isEnrolling: isEnrolling.value,
      ...(failure.value && { failure: failure.value }),
      isRefused: isRefused.value,
    };
  });

  return {
    view,
    reload,
    enroll,
    choose: (choice) => {
      choices = { ...choices, ...choice };
      void reload();
    },
    edit: (text) => {
      const rendered = preview.peek()?.email;
      if (rendered) change(editDraft(drafts.peek(), rendered, text));
    },
    resetEmail: () => {
      const rendered = preview.peek()?.email;
      if (!rendered) return;
      drafts.value = dropDraft(drafts.peek(), rendered.stepId);
      void reload();
    },
    setPerson: (next) => {
      person.value = next;
      void reload();
    },
  };
}
