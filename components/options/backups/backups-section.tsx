import { FileButton } from '@/components/options/import/file-button';
import { Section } from '@/components/options/section';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { pastDay } from '@/lib/i18n/past-day';
import { t } from '@/lib/i18n/t';
import type { LossView } from '@/lib/rpc/views';
import type { Instant } from '@/lib/time/instant';
import { BackupRow } from './backup-row';

export type BackupWork =
  | { readonly kind: 'idle' | 'creating' }
  | { readonly kind: 'restoring'; readonly done: number; readonly total: number };

export interface BackupsSectionProps {
  readonly takesFocus: boolean;
  readonly loss: LossView | undefined;
  readonly files:
    | readonly { readonly name: string; readonly at: Instant; readonly size: number }[]
    | undefined;
  readonly work: BackupWork;
  readonly now: Instant;
  readonly onCreate: () => void;
  readonly onRestore: (name: string) => void;
  readonly onSave: (name: string) => void;
  readonly onFile: (file: Blob) => void;
  readonly onDismiss: () => void;
}

/** What the browser lost, and the copies from which the rest of it comes back. */
export function BackupsSection(props: BackupsSectionProps) {
  const { files, work, loss, now } = props;
  return (
    <Section title={t('backups.title')} intro={t('backups.intro')} takesFocus={props.takesFocus}>
      {loss && (
        <Notice
          tone="warn"
          title={t('loss.title', [pastDay(loss.at, { now })])}
          actions={
            <Button size="s" onClick={props.onDismiss}>
              {t('loss.dismiss')}
            </Button>
          }
        >
          <p>{t('loss.kept', [String(loss.live)])}</p>
          {loss.damaged > 0 && <p>{t('loss.damaged', [String(loss.damaged)])}</p>}
        </Notice>
      )}
      <p role="status" class="so-quiet so-number">
        {work.kind === 'creating' && t('backups.creating')}
        {work.kind === 'restoring' &&
          t('backups.restoring', [String(work.done), String(work.total)])}
      </p>
      {files && <Copies {...props} files={files} />}
      <div class="so-row-actions">
        <Button icon="refresh" onClick={props.onCreate}>
          {t('backups.create')}
        </Button>
        <FileButton accept=".gz,application/gzip" onFile={props.onFile}>
          {t('backups.bring')}
        </FileButton>
      </div>
    </Section>
  );
}

function Copies(
  props: BackupsSectionProps & { readonly files: NonNullable<BackupsSectionProps['files']> },
) {
  if (props.files.length === 0) {
    return (
      <EmptyState icon="clock" title={t('backups.none')}>
        {t('backups.noneHint')}
      </EmptyState>
    );
  }
  return (
    <ul class="so-list" aria-label={t('backups.list')}>
      {props.files.map((file) => (
        <BackupRow
          key={file.name}
          file={file}
          onRestore={() => props.onRestore(file.name)}
          onSave={() => props.onSave(file.name)}
        />
      ))}
    </ul>
  );
}
