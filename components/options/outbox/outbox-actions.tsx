import { RowButton } from '@/components/options/row-button';
import type { OutboxRowProps } from './outbox-row';

/** What can be done to one effect, and the way to its contact. */
export function OutboxActions(props: OutboxRowProps) {
  const { line, onOpen } = props;
  return (
    <div class="so-row-actions">
      {line.state === 'failed' ? <Retry {...props} /> : <Changes {...props} />}
      <RowButton deed="outbox.open" who={line.contactName} variant="ghost" onClick={onOpen} />
    </div>
  );
}

function Retry({ line, busy, onAction }: OutboxRowProps) {
  if (line.mayRetry !== true) return null;
  return (
    <RowButton
      deed="outbox.retry"
      who={line.contactName}
      icon="refresh"
      busy={busy}
      onClick={() => onAction('retry')}
    />
  );
}

/** Late, the rep decides: that comes first. On its way, it can only be unenrolled. */
function Changes({ line, busy, onAction }: OutboxRowProps) {
  const { contactName: who, paused, state } = line;
  const isLate = paused === 'late';
  return (
    <>
      {paused !== undefined && (
        <RowButton
          deed={isLate ? 'outbox.send' : 'options.enrollments.resume'}
          who={who}
          variant={isLate ? 'primary' : 'secondary'}
          busy={busy}
          onClick={() => onAction('resume')}
        />
      )}
      {isLate && <RowButton deed="outbox.skip" who={who} onClick={() => onAction('skip')} />}
      {paused === undefined && state === 'due' && (
        <RowButton
          deed="options.enrollments.pause"
          who={who}
          busy={busy}
          onClick={() => onAction('pause')}
        />
      )}
      <RowButton
        deed="options.enrollments.unenroll"
        who={who}
        variant="ghost"
        onClick={() => onAction('unenroll')}
      />
    </>
  );
}
