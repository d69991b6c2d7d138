import * as v from 'valibot';
import { addressKey } from '@/lib/domain/contact/email-address';
import { isFreeMail } from '@/lib/domain/contact/is-free-mail';
import { mailboxKey } from '@/lib/domain/contact/mailbox-key';
import type { Enrollment } from '@/lib/domain/enrollment/enrollment';
import { enrollmentIdSchema, type SenderId } from '@/lib/domain/ids';
import { headerAddresses } from '@/lib/domain/message/header-addresses';
import type { MessageHead } from '@/lib/domain/message/message-head';
import { messageIdsIn } from '@/lib/domain/message/message-id';
import { unsubscribedEnrollment } from '@/lib/domain/message/unsubscribe';
import { claimsAtCompany, findClaim } from '@/lib/store/claims';
import { findContacts } from '@/lib/store/contacts';
import {
  enrollmentsOfReferences,
  enrollmentsOfThread,
  getEnrollment,
} from '@/lib/store/enrollments';
import type { Claim } from '@/lib/store/schema';
import { listAllSequences } from '@/lib/store/sequence-list';
import type { ReadTx } from '@/lib/store/transaction';

export const CONCERNED_STORES = ['enrollments', 'claims', 'contacts', 'sequences'] as const;

type ConcernedTx = ReadTx<(typeof CONCERNED_STORES)[number]>;

/** A message names its ancestors; who names more wants us to look for long. */
const MOST_REFERENCES = 30;
/** Who writes to more people at once does not write to one of them. */
const MOST_PEOPLE = 50;

/**
 * The enrollments that a message may be about: those of its conversation, the one that an unsubscribe
 * letter names, those of the people it comes from, goes to or reports on, and of their colleagues.
 * `classify` says whether it really is. Ended ones as well: their last email can be answered, too.
 */
export async function concernedEnrollments(
  tx: ConcernedTx,
  senderId: SenderId,
  head: MessageHead,
): Promise<readonly Enrollment[]> {
  const addresses = peopleOf(head);
  const contacts = await findContacts(tx, { addresses });
  const [ofThread, ofReferences, named, colleagues, ...claims] = await Promise.all([
    enrollmentsOfThread(tx, senderId, head.threadId),
    enrollmentsOfReferences(tx, referencesOf(head)),
    namedBy(tx, head),
    colleaguesOf(tx, head),
    ...contacts.map(({ id }) => findClaim(tx, { contactIds: [id], addresses: [] })),
    ...addresses.map((address) => findClaim(tx, { contactIds: [], addresses: [address] })),
  ]);
  const claimed = await Promise.all(
    [...claims, ...colleagues].map((claim) =>
      claim ? getEnrollment(tx, claim.enrollmentId) : undefined,
    ),
  );
  const all = [...ofThread, ...ofReferences, named, ...claimed].filter(
    (enrollment) => enrollment !== undefined,
  );
  return [...new Map(all.map((enrollment) => [enrollment.id, enrollment])).values()];
}

/** Also by the address without its tag; whom the rep writes to counts where the rep wrote. */
function peopleOf(head: MessageHead): readonly string[] {
  const names = ['from', 'x-failed-recipients', ...(head.own ? ['to', 'cc'] : [])];
  const people = names.flatMap((name) => headerAddresses(head.headers.get(name) ?? ''));
  const keys = people.slice(0, MOST_PEOPLE).flatMap((one) => [addressKey(one), mailboxKey(one)]);
  return [...new Set(keys)];
}

function referencesOf({ headers }: MessageHead): readonly string[] {
  const named = `${headers.get('in-reply-to') ?? ''} ${headers.get('references') ?? ''}`;
  return [...new Set(messageIdsIn(named))].slice(-MOST_REFERENCES);
}

async function namedBy(
  tx: ReadTx<'enrollments'>,
  { headers }: MessageHead,
): Promise<Enrollment | undefined> {
  const id = v.safeParse(enrollmentIdSchema, unsubscribedEnrollment(headers.get('subject') ?? ''));
  return id.success ? getEnrollment(tx, id.output) : undefined;
}

/** Those who are in a sequence now at the company that a message comes from. */
async function colleaguesOf(
  tx: ReadTx<'claims' | 'sequences'>,
  head: MessageHead,
): Promise<readonly Claim[]> {
  if (head.own) return [];
  const [from = ''] = headerAddresses(head.headers.get('from') ?? '');
  const domain = from.slice(from.lastIndexOf('@') + 1);
  if (domain === '' || isFreeMail(domain)) return [];
  const running = (await listAllSequences(tx)).filter(({ live }) => live > 0);
  return claimsAtCompany(
    tx,
    running.map(({ id }) => id),
    domain,
  );
}
