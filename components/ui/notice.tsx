import type { ComponentChildren } from 'preact';
import type { Tone } from './badge';
import { Icon, type IconName } from './icon';
import { TONE_ICON } from './tone-icon';

export interface NoticeProps {
  readonly tone: Tone;
  readonly title?: ComponentChildren;
  readonly children?: ComponentChildren;
  /** What can be done about it: buttons. */
  readonly actions?: ComponentChildren;
  readonly icon?: IconName | undefined;
  /** Appeared because of what was just done, so it is read out. */
  readonly announce?: boolean;
}

/** A named state inside a surface, with its next step. */
export function Notice(props: NoticeProps) {
  const { tone, title, children, actions, icon, announce = false } = props;
  return (
    <div
      class="so-notice"
      data-tone={tone}
      {...(announce && { role: tone === 'bad' ? 'alert' : 'status' })}
    >
      <Icon name={icon ?? TONE_ICON[tone]} />
      <div class="so-notice-body">
        {title !== undefined && <p class="so-notice-title">{title}</p>}
        {children !== undefined && <div>{children}</div>}
        {actions !== undefined && <div class="so-notice-actions">{actions}</div>}
      </div>
    </div>
  );
}
