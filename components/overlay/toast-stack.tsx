import type { Tone } from '@/components/ui/badge';
import { Toast } from '@/components/ui/toast';
import type { EnrollmentId } from '@/lib/domain/ids';
import { t } from '@/lib/i18n/t';
import { toastSentence } from './toast-sentence';
import type { ToastContent, ToastState } from './toast-state';

export interface ToastStackProps {
  readonly toasts: readonly ToastState[];
  readonly onUndo: (id: EnrollmentId, event: MouseEvent) => void;
  readonly onDismiss: (id: number) => void;
}

const TONES: Readonly<Record<ToastContent['kind'], Tone>> = {
  enrolled: 'good',
  unenrolled: 'good',
  undone: 'good',
  tooLate: 'warn',
  notEnrolled: 'neutral',
  untrusted: 'warn',
  failed: 'bad',
};

/** Toasts, newest last. They are read out by {@link Announcer}, which is always in the document. */
export function ToastStack({ toasts, onUndo, onDismiss }: ToastStackProps) {
  return (
    <ul class="so-toasts">
      {toasts.map(({ id, content, secondsLeft }) => (
        <li key={id}>
          <Toast
            tone={TONES[content.kind]}
            onDismiss={() => onDismiss(id)}
            action={
              content.kind === 'enrolled' && secondsLeft !== undefined
                ? {
                    label: t('overlay.undo'),
                    busy: content.isUndoing,
                    secondsLeft,
                    onClick: (event) => onUndo(content.enrollmentId, event),
                  }
                : undefined
            }
          >
            <span class="so-clamp">{toastSentence(content)}</span>
          </Toast>
        </li>
      ))}
    </ul>
  );
}

/** A live region has to exist before its text does, or nothing is read out. */
export function Announcer({ toasts }: Pick<ToastStackProps, 'toasts'>) {
  const newest = toasts.at(-1);
  return (
    <div class="so-hidden" role="status" aria-live="polite">
      {newest ? toastSentence(newest.content) : ''}
    </div>
  );
}
