import type { SenderId } from '@/lib/domain/ids';
import type { ConnectOutcome } from '@/lib/rpc/views';

export type ConnectFailureCode = Extract<ConnectOutcome, { kind: 'failed' }>['code'];

/** How far the connecting of a mailbox has come. */
export type ConnectState =
  | { readonly kind: 'idle' }
  /** Google's window is open; `senderId` when it is a reconnection. */
  | { readonly kind: 'connecting'; readonly senderId?: SenderId }
  | { readonly kind: 'failed'; readonly code: ConnectFailureCode };

/** The OAuth client, as it stands in the form. */
export interface ClientForm {
  readonly id: string;
  readonly secret: string;
  /** The build brought this one. */
  readonly builtIn: boolean;
  /** What is typed is what is stored. */
  readonly saved: boolean;
}
