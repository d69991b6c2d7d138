import type { Instant } from '@/lib/time/instant';

/** The header of one message, enough to tell a reply from the rest. */
export interface MessageHead {
  readonly messageId: string;
  readonly threadId: string;
  readonly at: Instant;
  /** Sent by the account itself, as the provider files it. */
  readonly own: boolean;
  /** Lies in spam or in the bin. An answer is an answer there as well; a form's mail is none. */
  readonly junk?: boolean;
  /** Names are lower-cased; values are as they arrived, and anybody may have written them. */
  readonly headers: ReadonlyMap<string, string>;
}

/** Every header that telling messages apart needs. */
export const HEAD_HEADERS = [
  'From',
  'Reply-To',
  'Sender',
  'To',
  'Cc',
  'Subject',
  'Auto-Submitted',
  'Precedence',
  'X-Autoreply',
  'X-Autorespond',
  'X-Auto-Response-Suppress',
  'Return-Path',
  'List-Unsubscribe',
  'Content-Type',
  'Content-Class',
  'In-Reply-To',
  'References',
  'Message-ID',
  'X-Sequence-Overlay-Key',
  'X-Failed-Recipients',
] as const;
