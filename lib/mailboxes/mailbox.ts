import type { EmailAddress } from '@/lib/domain/contact/email-address';
import type { MessageHead } from '@/lib/domain/message/message-head';
import type { OutgoingMessage } from '@/lib/domain/message/outgoing-message';
import type { MailboxKind, SendAddress } from '@/lib/domain/sender/sender';
import type { Instant } from '@/lib/time/instant';

/**
 * Why a mailbox could not do what it was asked. Expected, hence returned.
 *
 * - `expired`, `revoked`: the rep has to connect again; nothing is lost.
 * - `offline`: no connection, or it broke; the effect is unknown, try again later.
 * - `throttled`: the provider asks to wait, until `retryAt` when it says so. Nothing was done.
 * - `unavailable`: the provider failed (5xx) or did not answer in time; the effect is unknown. It
 *   may name a time before which it will not do better.
 * - `refused`: the provider will never accept this (4xx); `detail` is its own code.
 */
export type MailboxFailure =
  | { readonly kind: 'expired' | 'revoked' | 'offline' }
  | { readonly kind: 'throttled' | 'unavailable'; readonly retryAt?: Instant }
  | { readonly kind: 'refused'; readonly detail: string };

export type MailboxResult<T> = { readonly kind: 'ok'; readonly value: T } | MailboxFailure;

/** Whose mailbox this is and which addresses it may send from, its own first. */
export interface MailboxProfile {
  readonly address: EmailAddress;
  readonly addresses: readonly SendAddress[];
  /** Where reading of new mail starts, see {@link Mailbox.changesSince}. */
  readonly cursor: string;
  /** Emails per rolling 24 hours that the provider allows this account. */
  readonly dailyLimit: number;
}

/** A message that was handed to the provider. */
export interface SentMessage {
  readonly messageId: string;
  readonly threadId: string;
  /**
   * The Message-ID header as the provider put it, for `References` of follow-ups. Absent when it
   * could not be read in time: the message has left all the same. Ask again with
   * {@link Mailbox.readMessageId} before a follow-up.
   */
  readonly messageIdHeader?: string;
}

export interface MailboxChanges {
  readonly messages: readonly MessageHead[];
  /** Continue from here next time. Opaque. */
  readonly cursor: string;
  /** Not everything was read yet: go on from the cursor before anything is decided or sent. */
  readonly more: boolean;
  /** The provider had forgotten the old cursor and the recent mail was read in full instead. */
  readonly resynced: boolean;
}

/**
 * How a message leaves and how answers are noticed; one implementation per provider.
 * Every call ends by itself (time limit); one that is aborted by its signal rejects with the
 * signal's reason. None of them retries a send.
 */
export interface Mailbox {
  readonly kind: MailboxKind;
  readonly profile: (signal: AbortSignal) => Promise<MailboxResult<MailboxProfile>>;
  /**
   * Puts a message into the mailbox without sending it. `key` is our outbox row's, also written into
   * the message as a header, so that {@link findDraft} can find it after a crash. `mime` and `email`
   * are the same message: a provider takes the one or the other.
   */
  readonly createDraft: (
    draft: {
      readonly key: string;
      readonly mime: string;
      readonly email: OutgoingMessage;
      readonly threadId?: string;
    },
    signal: AbortSignal,
  ) => Promise<MailboxResult<{ readonly draftId: string }>>;
  /** The draft that carries this key, if the mailbox still holds one. Looks at recent drafts only. */
  readonly findDraft: (
    key: string,
    signal: AbortSignal,
  ) => Promise<MailboxResult<{ readonly draftId: string } | undefined>>;
  /** Is this draft still there? A draft that was sent is gone. */
  readonly hasDraft: (draftId: string, signal: AbortSignal) => Promise<MailboxResult<boolean>>;
  /**
   * Sends this very draft. `gone` means it does not exist any more: sent before, or deleted. `asked`:
   * only the rep can send it and was asked to; {@link hasDraft} says when they have.
   */
  readonly sendDraft: (
    draftId: string,
    signal: AbortSignal,
  ) => Promise<MailboxResult<SentMessage> | { readonly kind: 'gone' } | { readonly kind: 'asked' }>;
  readonly deleteDraft: (draftId: string, signal: AbortSignal) => Promise<MailboxResult<void>>;
  /** The message in Sent that carries this key, if there is one, newest mail first. */
  readonly findSent: (
    query: { readonly key: string; readonly to: EmailAddress; readonly since: Instant },
    signal: AbortSignal,
  ) => Promise<MailboxResult<SentMessage | undefined>>;
  /** The Message-ID header of a message that was sent; `undefined` when it exists no more. */
  readonly readMessageId: (
    messageId: string,
    signal: AbortSignal,
  ) => Promise<MailboxResult<string | undefined>>;
  /**
   * The text of a message as far as anybody reads, without markup and attachments; `undefined` when
   * it exists no more. For the few messages that are to be read: everything else is told by its head.
   */
  readonly readText: (
    messageId: string,
    signal: AbortSignal,
  ) => Promise<MailboxResult<string | undefined>>;
  /**
   * What arrived or was sent since the cursor, drafts left out. A message may be listed twice over
   * two calls. Reads a bounded number of messages and says whether there are more.
   */
  readonly changesSince: (
    query: { readonly cursor: string; readonly polledAt: Instant },
    signal: AbortSignal,
  ) => Promise<MailboxResult<MailboxChanges>>;
}
