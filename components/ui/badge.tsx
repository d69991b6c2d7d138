import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';

export type Tone = 'neutral' | 'accent' | 'good' | 'warn' | 'bad';

export interface BadgeProps {
  readonly children: ComponentChildren;
  readonly tone?: Tone;
  readonly icon?: IconName | undefined;
}

/** One word about a thing's state. */
export function Badge({ children, tone = 'neutral', icon }: BadgeProps) {
  return (
    <span class="so-badge" data-tone={tone}>
      {icon && <Icon name={icon} size={12} />}
      <span class="so-ellipsis">{children}</span>
    </span>
  );
}
