import type { ComponentChildren } from 'preact';
import { t } from '@/lib/i18n/t';
import type { Tone } from './badge';
import { Button } from './button';
import { Icon } from './icon';
import { TONE_ICON } from './tone-icon';

export interface ToastProps {
  readonly tone: Tone;
  readonly children: ComponentChildren;
  readonly action?:
    | {
        readonly label: string;
        readonly onClick: (event: MouseEvent) => void;
        readonly busy?: boolean;
        /** Seconds for which the action still works, counted down beside it. */
        readonly secondsLeft?: number | undefined;
      }
    | undefined;
  readonly onDismiss: () => void;
}

/** What just happened, and how to take it back. Stand it inside an `aria-live` region. */
export function Toast({ tone, children, action, onDismiss }: ToastProps) {
  return (
    <div class="so-toast" data-tone={tone}>
      <Icon name={TONE_ICON[tone]} />
      <span>{children}</span>
      {action ? (
        <span class="so-toast-action">
          <Button size="s" variant="secondary" onClick={action.onClick} busy={action.busy ?? false}>
            {action.label}
            {action.secondsLeft !== undefined && (
              // Not read out: a number every second would drown the sentence.
              <span class="so-toast-seconds so-number" aria-hidden="true">
                {action.secondsLeft}
              </span>
            )}
          </Button>
        </span>
      ) : (
        <span />
      )}
      <Button size="s" variant="ghost" icon="close" label={t('ui.close')} onClick={onDismiss} />
    </div>
  );
}
