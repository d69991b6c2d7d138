import type { ComponentChildren, Ref } from 'preact';
import { Icon, type IconName } from './icon';
import { Spinner } from './spinner';

export interface ButtonProps {
  /** The event is handed on, so that a caller can ask whether a person made it. */
  readonly onClick?: (event: MouseEvent) => void;
  readonly children?: ComponentChildren;
  readonly variant?: 'primary' | 'secondary' | 'ghost' | 'danger' | 'link';
  readonly size?: 's' | 'm';
  readonly icon?: IconName | undefined;
  /** The name of a button that shows only its icon; also its tooltip. */
  readonly label?: string | undefined;
  readonly wide?: boolean;
  /** Working on it: shows a spinner and takes no further click. */
  readonly busy?: boolean;
  /** Why it cannot be used now. It stays focusable, so that the reason can be found. */
  readonly disabledReason?: string | undefined;
  readonly title?: string | undefined;
  readonly describedBy?: string | undefined;
  readonly expanded?: boolean | undefined;
  readonly hasPopup?: 'dialog' | 'menu' | 'listbox' | undefined;
  /** The id of a `popover` that the browser opens and closes, or only closes, on a click. */
  readonly toggles?: string | undefined;
  readonly closes?: string | undefined;
  /** The focus, when the popover that it stands in opens. */
  readonly takesFocus?: boolean;
  readonly buttonRef?: Ref<HTMLButtonElement> | undefined;
}

/** The one button. */
export function Button(props: ButtonProps) {
  const { children, variant = 'secondary', size = 'm', icon, label, busy = false } = props;
  const idle = !busy && props.disabledReason === undefined;
  return (
    <button
      type="button"
      class="so-button"
      data-variant={variant}
      data-size={size}
      data-wide={props.wide}
      data-icon-only={children === undefined || undefined}
      aria-label={label}
      aria-busy={busy || undefined}
      aria-disabled={idle ? undefined : true}
      aria-describedby={props.describedBy}
      aria-expanded={props.expanded}
      aria-haspopup={props.hasPopup}
      title={props.disabledReason ?? props.title ?? label}
      autofocus={props.takesFocus ?? false}
      popovertarget={props.toggles ?? props.closes}
      popovertargetaction={props.closes === undefined ? undefined : 'hide'}
      ref={props.buttonRef ?? null}
      onClick={(event) => idle && props.onClick?.(event)}
    >
      {busy ? <Spinner /> : icon && <Icon name={icon} />}
      {children}
    </button>
  );
}
