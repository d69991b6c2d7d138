import { type ReadonlySignal, signal } from '@preact/signals';
import type { Person } from '@/lib/domain/contact/person';
import { createEnrollForm, type EnrollForm, type EnrollFormDeps } from './enroll-form';
import { personKey } from './person-key';
import { samePeople } from './same-people';

/** Which popover is open. `nobody` explains why there is nobody to enroll. */
export type Panel =
  | { readonly kind: 'closed' | 'nobody' }
  | {
      readonly kind: 'enroll';
      readonly key: string;
      readonly person: Person;
      readonly form: EnrollForm;
    };

export interface Panels {
  readonly panel: ReadonlySignal<Panel>;
  readonly open: (person: Person | undefined) => void;
  readonly close: () => void;
  /** The page may know more about somebody whose form was open before. */
  readonly update: (people: readonly Person[]) => void;
  readonly reload: () => void;
  /** Enrolled: the next time starts from a clean form. */
  readonly forget: (key: string) => void;
}

/** One form per person, kept while the page lives: closing the popover loses nothing typed. */
export function createPanels(deps: Omit<EnrollFormDeps, 'person'>): Panels {
  const panel = signal<Panel>({ kind: 'closed' });
  const forms = new Map<string, { readonly form: EnrollForm; readonly person: Person }>();

  const formFor = (person: Person): EnrollForm => {
    const key = personKey(person);
    const form = forms.get(key)?.form ?? createEnrollForm({ ...deps, person });
    forms.set(key, { form, person });
    void form.reload();
    return form;
  };

  return {
    panel,
    open: (person) => {
      panel.value = person
        ? { kind: 'enroll', key: personKey(person), person, form: formFor(person) }
        : { kind: 'nobody' };
    },
    close: () => {
      panel.value = { kind: 'closed' };
    },
    update: (people) => {
      for (const person of people) {
        const key = personKey(person);
        const known = forms.get(key);
        if (!known || samePeople([known.person], [person])) continue;
        forms.set(key, { ...known, person });
        known.form.setPerson(person);
      }
    },
    reload: () => {
      const open = panel.peek();
      if (open.kind === 'enroll') void open.form.reload();
    },
    forget: (key) => {
      forms.delete(key);
    },
  };
}
