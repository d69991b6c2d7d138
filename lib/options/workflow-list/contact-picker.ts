import { computed, type ReadonlySignal, signal } from '@preact/signals';
import { matchesQuery } from '@/components/ui/matches-query';
import type { Contact } from '@/lib/domain/contact/contact';
import { labelOf, type PreviewDeps } from '@/lib/options/preview-model';
import { coalesced } from '@/lib/platform/coalesced';

export interface ContactPicker {
  /** Who can be chosen: who is chosen, and who fits what was typed. */
  readonly contacts: ReadonlySignal<readonly Contact[]>;
  readonly contact: ReadonlySignal<Contact | undefined>;
  readonly search: (text: string) => void;
  readonly choose: (id: string) => void;
  readonly clear: () => void;
  readonly refresh: () => Promise<void>;
}

const OFFERED = 20;

/** Choosing one of our contacts by a part of name, address or company. */
export function createContactPicker(deps: Pick<PreviewDeps, 'searchContacts'>): ContactPicker {
  const contact = signal<Contact>();
  const found = signal<readonly Contact[]>([]);
  const query = signal('');

  const refresh = coalesced(async () => {
    const text = query.peek();
    const fits = (one: Contact) => matchesQuery(labelOf(one), text);
    const options = { address: text.trim().toLowerCase(), fits, limit: OFFERED };
    found.value = await deps.searchContacts(options).catch(() => []);
  });

  return {
    contact,
    contacts: computed(() => {
      const all = [...(contact.value ? [contact.value] : []), ...found.value];
      return [...new Map(all.map((one) => [one.id, one])).values()];
    }),
    search: (text) => {
      query.value = text;
      void refresh();
    },
    choose: (id) => {
      contact.value = found.peek().find((one) => one.id === id) ?? contact.peek();
    },
    clear: () => {
      contact.value = undefined;
    },
    refresh,
  };
}
