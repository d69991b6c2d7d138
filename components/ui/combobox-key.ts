export type ComboboxAction =
  | { readonly kind: 'ignore' | 'open' | 'close' | 'leave' | 'take' }
  | { readonly kind: 'move'; readonly to: number };

interface Key {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly isComposing: boolean;
}

interface ComboboxState {
  readonly isOpen: boolean;
  readonly active: number;
  readonly count: number;
}

/**
 * What a key means to a searchable list. Ctrl/Cmd+Enter is left to the form around it, and so is
 * everything while an input method is composing a character.
 */
export function comboboxKey(key: Key, { isOpen, active, count }: ComboboxState): ComboboxAction {
  if (key.isComposing || key.ctrlKey || key.metaKey) return { kind: 'ignore' };
  if (!isOpen) {
    const opens = key.key === 'ArrowDown' || key.key === 'ArrowUp' || key.key === 'Enter';
    return { kind: opens ? 'open' : 'ignore' };
  }
  const last = Math.max(0, count - 1);
  switch (key.key) {
    case 'ArrowDown':
      return { kind: 'move', to: active >= last ? 0 : active + 1 };
    case 'ArrowUp':
      return { kind: 'move', to: active <= 0 ? last : active - 1 };
    case 'PageDown':
      return { kind: 'move', to: Math.min(last, active + 6) };
    case 'PageUp':
      return { kind: 'move', to: Math.max(0, active - 6) };
    case 'Enter':
      return { kind: 'take' };
    case 'Escape':
      return { kind: 'close' };
    case 'Tab':
      return { kind: 'leave' };
    default:
      return { kind: 'ignore' };
  }
}
