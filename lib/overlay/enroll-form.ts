import { computed, type ReadonlySignal } from '@preact/signals';
import type { EnrollView } from '@/components/overlay/enroll-view';
import type { Person } from '@/lib/domain/contact/person';
import type { EditedEmail } from '@/lib/domain/enrollment/enrollment';
import type { Rpc } from '@/lib/rpc/client';
import { failureCode } from '@/lib/rpc/failure-code';
import type { EnrollOutcome } from '@/lib/rpc/views';
import { createDebounce } from './debounce';
import { dropDraft, type EmailDrafts, type EmailText, editDraft } from './email-drafts';
import {
  type Choice,
  createEnrollFormState,
  type EnrollFormState,
  enrollView,
} from './enroll-form-state';
import { enrollRequest } from './enroll-request';

export interface EnrollFormDeps {
  readonly person: Person;
  readonly rpc: Pick<Rpc, 'enrollment.preview' | 'enrollment.enroll'>;
  readonly signal: AbortSignal;
}

/** The Enroll popover of one person. It outlives the popover, so that nothing typed is lost. */
export interface EnrollForm {
  readonly view: ReadonlySignal<EnrollView>;
  readonly choose: (choice: Choice) => void;
  /** What the person writes for `{{placeholder:…}}`; the email shows it after a pause. */
  readonly fill: (name: string, value: string) => void;
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
  const state = createEnrollFormState(first);
  const { person, choices, placeholders, preview, drafts, failure, offers } = state;
  const { isRefreshing, isRefused } = state;
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
      const chosen = choices.peek();
      const answer = await rpc['enrollment.preview']({
        ...chosen,
        person: person.peek(),
        placeholders: placeholders.peek(),
        ...(edited && { edited }),
      });
      if (question !== newest || life.aborted) return;
      preview.value = answer;
      if (chosen.sendAt === undefined || answer.offers.length > 0) offers.value = answer.offers;
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
  /** An answer that is still on its way describes the moment before this one. */
  const ignoreAnswers = () => {
    pause.cancel();
    newest += 1;
    isRefreshing.value = false;
  };

  return {
    view: computed(() => enrollView(state)),
    reload,
    enroll: () => enrollWith({ state, rpc, edited: draft(), ignoreAnswers }),
    choose: (choice) => {
      choices.value = { ...choices.peek(), ...choice };
      void reload();
    },
    fill: (name, value) => {
      placeholders.value = { ...placeholders.peek(), [name]: value };
      pause.schedule();
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

interface EnrollWith {
  readonly state: EnrollFormState;
  readonly rpc: EnrollFormDeps['rpc'];
  readonly edited: EditedEmail | undefined;
  readonly ignoreAnswers: () => void;
}

async function enrollWith(parts: EnrollWith): Promise<EnrollOutcome | undefined> {
  const { state, rpc, edited, ignoreAnswers } = parts;
  const shown = state.preview.peek();
  if (!shown || state.isEnrolling.peek()) return undefined;
  const request = enrollRequest({
    person: state.person.peek(),
    shown,
    edited,
    chosen: state.choices.peek(),
    placeholders: state.placeholders.peek(),
  });
  if (!request) return undefined;
  ignoreAnswers();
  state.isEnrolling.value = true;
  state.failure.value = undefined;
  try {
    const outcome = await rpc['enrollment.enroll'](request);
    if (outcome.kind === 'refused') {
      const { checks, status } = outcome;
      state.preview.value = { ...shown, checks, status, allowed: false };
      state.isRefused.value = true;
    }
    return outcome;
  } catch (cause) {
    state.failure.value = failureCode(cause);
    return undefined;
  } finally {
    state.isEnrolling.value = false;
  }
}
