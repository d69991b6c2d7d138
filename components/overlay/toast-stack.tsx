import type { Tone } from '@/components/ui/badge';
import { Toast } from '@/components/ui/toast';
import { t } from '@/lib/i18n/t';
import type { Instant } from '@/lib/time/instant';
import { toastSentence } from './toast-sentence';
import {
  isUndoable,
  type ToastContent,
  type ToastState,
  type UndoableContent,
} from './toast-state';

export interface ToastStackProps {
  readonly toasts: readonly ToastState[];
  readonly now: Instant;
  readonly onUndo: (content: UndoableContent, event: MouseEvent) => void;
  readonly onDismiss: (id: number) => void;
}

const TONES: Readonly<Record<ToastContent['kind'], Tone>> = {
  enrolled: 'good',
  unenrolled: 'good',
  paused: 'good',
  skipped: 'good',
  resumed: 'good',
  restored: 'good',
  undone: 'good',
  tooLate: 'warn',
  restoreTooLate: 'warn',
  taken: 'warn',
  sending: 'warn',
  notPaused: 'neutral',
  notEnrolled: 'neutral',
  untrusted: 'warn',
  failed: 'bad',
};

/** Toasts, newest last. They are read out by {@link Announcer}, which is always in the document. */
export function ToastStack({ toasts, now, onUndo, onDismiss }: ToastStackProps) {
  return (
    <ul class="so-toasts">
      {toasts.map(({ id, content, secondsLeft }) => (
        <li key={id}>
          <Toast
            tone={TONES[content.kind]}
            onDismiss={() => onDismiss(id)}
            action={
              isUndoable(content) && secondsLeft !== undefined
                ? {
                    label: t('overlay.undo'),
                    busy: content.isUndoing,
                    secondsLeft,
                    onClick: (event) => onUndo(content, event),
                  }
                : undefined
            }
          >
            <span class="so-clamp">{toastSentence(content, now)}</span>
          </Toast>
        </li>
      ))}
    </ul>
  );
}

/** A live region has to exist before its text does, or nothing is read out. */
export function Announcer({ toasts, now }: Pick<ToastStackProps, 'toasts' | 'now'>) {
  const newest = toasts.at(-1);
  return (
    <div class="so-hidden" role="status" aria-live="polite">
      {newest ? toastSentence(newest.content, now) : ''}
    </div>
  );
}
