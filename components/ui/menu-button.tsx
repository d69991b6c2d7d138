import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef, useState } from 'preact/hooks';
import { Button } from './button';
import type { IconName } from './icon';

export interface MenuItem<Key extends string> {
  readonly key: Key;
  readonly label: string;
  /** Said behind the label, for example what would be put in. */
  readonly detail?: string;
  readonly danger?: boolean;
}

export interface MenuButtonProps<Key extends string> {
  /** The name of the button, when its text alone would not say what it is about. */
  readonly label?: string;
  readonly children?: ComponentChildren;
  readonly icon?: IconName;
  readonly busy?: boolean;
  readonly items: readonly MenuItem<Key>[];
  readonly onPick: (key: Key) => void;
}

/** A button that opens a short list of things to do: arrows move, Enter takes, Escape leaves. */
export function MenuButton<Key extends string>(props: MenuButtonProps<Key>) {
  const { items, onPick } = props;
  const [active, setActive] = useState<number>();
  const menu = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const isOpen = active !== undefined;

  useLayoutEffect(() => {
    const item = active === undefined ? undefined : menu.current?.children.item(active);
    if (item instanceof HTMLElement) item.focus();
  }, [active]);

  const close = () => {
    setActive(undefined);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = nextActive(event.key, active ?? 0, items.length);
    if (next === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    if (next === 'close') close();
    else setActive(next);
  };

  return (
    <div class="so-menu-button">
      <Button
        size="s"
        variant="ghost"
        icon={props.icon}
        label={props.label}
        busy={props.busy ?? false}
        hasPopup="menu"
        expanded={isOpen}
        buttonRef={button}
        onClick={() => setActive(isOpen ? undefined : 0)}
      >
        {props.children}
      </Button>
      {isOpen && (
        <div
          class="so-menu"
          role="menu"
          tabIndex={-1}
          aria-label={props.label}
          ref={menu}
          onKeyDown={onKeyDown}
          onFocusOut={({ currentTarget, relatedTarget: to }) => {
            // The button closes its menu itself.
            const stays =
              to instanceof Node && (currentTarget.contains(to) || to === button.current);
            if (!stays) setActive(undefined);
          }}
        >
          {items.map((item) => (
            <button
              key={item.key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              class="so-menu-item"
              data-danger={item.danger}
              onClick={() => {
                close();
                onPick(item.key);
              }}
            >
              <span>{item.label}</span>
              {item.detail !== undefined && <span class="so-option-detail">{item.detail}</span>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}

/** Where a key leads: another item, out of the menu, or nowhere. */
function nextActive(key: string, active: number, count: number): number | 'close' | undefined {
  switch (key) {
    case 'ArrowDown':
      return (active + 1) % count;
    case 'ArrowUp':
      return (active + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    case 'Escape':
      return 'close';
    default:
      return undefined;
  }
}
