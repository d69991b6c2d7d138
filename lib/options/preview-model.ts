import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { PreviewView } from '@/components/options/preview-view';
import { matchesQuery } from '@/components/ui/matches-query';
import type { Contact } from '@/lib/domain/contact/contact';
import type { SenderId } from '@/lib/domain/ids';
import { type Calendar, EMPTY_CALENDAR } from '@/lib/domain/schedule/calendar';
import type { Sender } from '@/lib/domain/sender/sender';
import { coalesced } from '@/lib/platform/coalesced';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import type { FormState } from './form-state';
import { previewSequence } from './preview-sequence';
import { sampleContact } from './sample-contact';

export interface PreviewDeps {
  readonly form: ReadonlySignal<FormState | undefined>;
  readonly now: ReadonlySignal<Instant>;
  readonly zone: Zone;
  readonly readSenders: () => Promise<readonly Sender[]>;
  readonly searchContacts: (options: {
    readonly address: string;
    readonly fits: (contact: Contact) => boolean;
    readonly limit: number;
  }) => Promise<readonly Contact[]>;
  /** Days without sending for this contact, in the country it is in or its zone is. */
  readonly readCalendar: (contact: Contact, zone: Zone) => Promise<Calendar>;
}

export interface PreviewModel {
  /** Who can be chosen: the sample, who is chosen, and who fits what was typed. */
  readonly contacts: ReadonlySignal<readonly Contact[]>;
  readonly contact: ReadonlySignal<Contact>;
  readonly senders: ReadonlySignal<readonly Sender[]>;
  readonly sender: ReadonlySignal<Sender | undefined>;
  readonly view: ReadonlySignal<PreviewView | undefined>;
  readonly search: (text: string) => void;
  readonly choose: (id: string) => void;
  readonly chooseSender: (id: SenderId) => void;
  /** Reads contacts, senders and the calendar again. */
  readonly refresh: () => Promise<void>;
}

const OFFERED = 20;

/** The draft as one contact would get it, again with every letter that is typed. */
export function createPreviewModel(deps: PreviewDeps): PreviewModel {
  const sample = sampleContact();
  const contact = signal(sample);
  const found = signal<readonly Contact[]>([]);
  const senders = signal<readonly Sender[]>([]);
  const senderId = signal<SenderId>();
  const calendar = signal<Calendar>(EMPTY_CALENDAR);
  const query = signal('');
  const sender = computed(() => {
    const all = senders.value;
    const eligible = all.find(({ seat, shared }) => seat && !shared);
    return all.find(({ id }) => id === senderId.value) ?? eligible ?? all[0];
  });

  // A preview that cannot be read is the sample's: saving and typing must not suffer from it.
  const readPeople = coalesced(async () => {
    const text = query.peek();
    const fits = (one: Contact) => matchesQuery(labelOf(one), text);
    const options = { address: text.trim().toLowerCase(), fits, limit: OFFERED };
    found.value = await deps.searchContacts(options).catch(() => []);
  });
  const readCalendar = coalesced(async () => {
    const who = contact.peek();
    const zone = who.zone ?? sender.peek()?.zone ?? deps.zone;
    calendar.value = await deps.readCalendar(who, zone).catch(() => EMPTY_CALENDAR);
  });

  return {
    contacts: computed(() => unique([sample, contact.value, ...found.value])),
    contact,
    senders,
    sender,
    view: computed(() => {
      const form = deps.form.value;
      if (form === undefined) return undefined;
      return previewSequence(form.draft, {
        item: form.item,
        contact: contact.value,
        sender: sender.value,
        zone: deps.zone,
        calendar: calendar.value,
        now: deps.now.value,
      });
    }),
    search: (text) => {
      query.value = text;
      void readPeople();
    },
    choose: (id) => {
      contact.value = [sample, ...found.peek()].find((one) => one.id === id) ?? contact.peek();
      void readCalendar();
    },
    chooseSender: (id) => {
      senderId.value = id;
      void readCalendar();
    },
    refresh: async () => {
      senders.value = await deps.readSenders().catch(() => senders.peek());
      await Promise.all([readPeople(), readCalendar()]);
    },
  };
}

/** What a contact is found by, and shown as. */
export function labelOf({ name, emails, company }: Contact): string {
  return [name, emails[0], company].filter((part) => part !== undefined && part !== '').join(' · ');
}

function unique(contacts: readonly Contact[]): readonly Contact[] {
  return [...new Map(contacts.map((contact) => [contact.id, contact])).values()];
}
