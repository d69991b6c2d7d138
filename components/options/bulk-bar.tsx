import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/i18n/t';
import type { BulkAction, BulkView } from './bulk-view';

export interface BulkBarProps {
  /** How many rows are ticked. */
  readonly picked: number;
  readonly all: 'none' | 'some' | 'all';
  readonly view: BulkView | undefined;
  readonly onToggleAll: () => void;
  readonly onChange: (action: BulkAction) => void;
  readonly onCancel: () => void;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

const ACTIONS = ['unenroll', 'pause', 'resume'] as const;

/** Ticking many and changing them at once; then how far that is, and what came of it. */
export function BulkBar(props: BulkBarProps) {
  const { picked, all, view } = props;
  const running = view?.state === 'running';
  const reason = running
    ? t('options.bulk.oneAtATime')
    : picked === 0
      ? t('options.bulk.pickFirst')
      : undefined;
  return (
    <div class="so-bulk">
      <label class="so-bulk-all">
        <input
          type="checkbox"
          class="so-pick"
          checked={all === 'all'}
          // "Some" is no attribute, only a property.
          ref={(box) => {
            if (box) box.indeterminate = all === 'some';
          }}
          onChange={props.onToggleAll}
        />
        <span>{t('options.bulk.all')}</span>
      </label>
      <span class="so-quiet so-number" role="status">
        {t('options.bulk.picked', [String(picked)])}
      </span>
      <div class="so-row-actions">
        {ACTIONS.map((action) => (
          <Button
            key={action}
            size="s"
            label={t(`options.bulk.${action}`, [String(picked)])}
            disabledReason={reason}
            onClick={() => props.onChange(action)}
          >
            {t(`options.enrollments.${action}`)}
          </Button>
        ))}
      </div>
      {view && <BulkProgress {...props} view={view} />}
    </div>
  );
}

function BulkProgress(props: BulkBarProps & { readonly view: BulkView }) {
  const { view } = props;
  const { action, state, done, total, changed, unchanged, canceled, secondsLeft } = view;
  if (state === 'running') {
    const sentence = t('options.bulk.progress', [String(done), String(total)]);
    return (
      <Notice
        tone="accent"
        title={t(`options.bulk.doing.${action}`)}
        actions={
          <Button size="s" onClick={props.onCancel}>
            {t('options.bulk.cancel')}
          </Button>
        }
      >
        <progress class="so-progress" value={done} max={total} aria-label={sentence} />
        <p class="so-number">{sentence}</p>
      </Notice>
    );
  }
  const counts = [
    t(`options.bulk.done.${action}`, [String(changed)]),
    ...(unchanged > 0 ? [t(`options.bulk.not.${action}`, [String(unchanged)])] : []),
    ...(canceled > 0 ? [t('options.bulk.notBegun', [String(canceled)])] : []),
  ];
  return (
    <Notice
      tone={unchanged + canceled > 0 ? 'warn' : 'good'}
      announce
      title={state === 'canceled' ? t('options.bulk.canceled') : t('options.bulk.finished')}
      actions={
        <>
          {secondsLeft !== undefined && changed > 0 && (
            <Button size="s" icon="undo" onClick={props.onUndo}>
              {t('options.undo')}{' '}
              <span class="so-number" aria-hidden="true">
                {secondsLeft}
              </span>
            </Button>
          )}
          <Button size="s" variant="ghost" onClick={props.onDismiss}>
            {t('ui.close')}
          </Button>
        </>
      }
    >
      {counts.join(' · ')}
    </Notice>
  );
}
