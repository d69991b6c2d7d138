import type { ClientForm } from '@/components/options/connect-state';
import type { ConnectedKind } from '@/lib/domain/sender/sender';

/** The form for a provider's client, closed and empty unless told. */
export function aClientForm(kind: ConnectedKind, parts: Partial<ClientForm> = {}): ClientForm {
  return {
    kind,
    id: '',
    more: '',
    builtIn: false,
    saved: true,
    error: undefined,
    open: false,
    ...parts,
  };
}
