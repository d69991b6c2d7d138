import type { PersonDraft } from '@/lib/sites/to-person';

/** A person and the element that shows them; data in a script is shown nowhere. */
export interface Found {
  readonly element?: Element;
  readonly draft: PersonDraft;
}
