import type { SenderId } from '@/lib/domain/ids';
import type { ConnectedKind } from '@/lib/domain/sender/sender';
import type { ConnectOutcome } from '@/lib/rpc/views';

export type ConnectFailureCode = Extract<ConnectOutcome, { kind: 'failed' }>['code'];

/** How far the connecting of a mailbox has come. */
export type ConnectState =
  | { readonly kind: 'idle' }
  /** The provider's window is open; `senderId` when it is a reconnection. */
  | { readonly kind: 'connecting'; readonly mailbox: ConnectedKind; readonly senderId?: SenderId }
  | { readonly kind: 'failed'; readonly mailbox: ConnectedKind; readonly code: ConnectFailureCode };

/** The OAuth client at one provider, as it stands in the form. */
export interface ClientForm {
  readonly kind: ConnectedKind;
  readonly id: string;
  /** Google's client secret, Microsoft's directory. */
  readonly more: string;
  /** The build brought this one. */
  readonly builtIn: boolean;
  /** What is typed is what is stored. */
  readonly saved: boolean;
  readonly error: string | undefined;
  /** Nothing connects without it, so it starts open. */
  readonly open: boolean;
}
