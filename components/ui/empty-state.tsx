import type { ComponentChildren } from 'preact';
import { Icon, type IconName } from './icon';

export interface EmptyStateProps {
  readonly icon: IconName;
  readonly title: string;
  readonly children?: ComponentChildren;
  readonly action?: ComponentChildren;
}

/** Nothing here yet, why, and what to do next. */
export function EmptyState({ icon, title, children, action }: EmptyStateProps) {
  return (
    <div class="so-empty">
      <Icon name={icon} size={24} />
      <p class="so-empty-title">{title}</p>
      {children !== undefined && <div>{children}</div>}
      {action}
    </div>
  );
}
