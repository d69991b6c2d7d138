import type { EnrollmentLineProps } from './enrollment-line';
import { RowButton } from './row-button';

/** What can be done to one enrollment, and what has been. */
export function EnrollmentActions(props: EnrollmentLineProps & { readonly isLive: boolean }) {
  const { row, busy, history, isLive, onAction } = props;
  const { contactName: who, state } = row;
  const isLate = state === 'paused' && row.waiting === 'late';
  return (
    <div class="so-row-actions">
      {isLive && (
        <RowButton
          deed="options.enrollments.unenroll"
          who={who}
          busy={busy}
          onClick={() => onAction('unenroll')}
        />
      )}
      {isLive && state !== 'paused' && (
        <RowButton
          deed="options.enrollments.pause"
          who={who}
          variant="ghost"
          onClick={() => onAction('pause')}
        />
      )}
      {state === 'paused' && (
        <RowButton
          deed={isLate ? 'outbox.send' : 'options.enrollments.resume'}
          who={who}
          variant="ghost"
          onClick={() => onAction('resume')}
        />
      )}
      {isLate && (
        <RowButton deed="outbox.skip" who={who} variant="ghost" onClick={() => onAction('skip')} />
      )}
      {row.asksOptOut && (
        <RowButton
          deed="options.enrollments.suppress"
          who={who}
          busy={busy}
          onClick={() => onAction('suppress')}
        />
      )}
      <RowButton
        deed="options.enrollments.history"
        who={who}
        variant="ghost"
        expanded={history !== undefined}
        onClick={props.onHistory}
      />
    </div>
  );
}
