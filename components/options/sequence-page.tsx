import type { ComponentChildren } from 'preact';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Spinner } from '@/components/ui/spinner';
import { t } from '@/lib/i18n/t';
import { NotLoaded } from './not-loaded';
import { Section } from './section';
import { SequenceForm, type SequenceFormProps } from './sequence-form';

export interface SequencePageProps {
  readonly takesFocus: boolean;
  readonly status: 'loading' | 'ready' | 'missing' | 'failed';
  /** Present when it is ready. */
  readonly form: SequenceFormProps | undefined;
  readonly isNew: boolean;
  /** As it is stored; empty for a new one, and until it is read. */
  readonly name: string;
  readonly version: number | undefined;
  readonly live: number;
  readonly restored: boolean;
  readonly conflict: 'newer' | 'deleted' | undefined;
  /** Drawn beside the form. */
  readonly preview: ComponentChildren;
  /** Drawn below both: what enrolls in it by itself. */
  readonly automation?: ComponentChildren;
  readonly onReload: () => void;
  readonly onSaveCopy: () => void;
  readonly onRetry: () => void;
}

/** One sequence: its form, and beside it what it would send. */
export function SequencePage(props: SequencePageProps) {
  const { status, form } = props;
  return (
    <Section title={titleOf(props)} intro={introOf(props)} takesFocus={props.takesFocus}>
      <p>
        <a href="#sequences">{t('sequenceForm.back')}</a>
      </p>
      {status === 'loading' && <Spinner label={t('ui.loading')} />}
      {status === 'failed' && <NotLoaded onRetry={props.onRetry} />}
      {status === 'missing' && (
        <EmptyState icon="search" title={t('sequenceForm.missing')}>
          {t('sequenceForm.missingHint')}
        </EmptyState>
      )}
      <Notices {...props} />
      {form && (
        <div class="so-sequence">
          <SequenceForm {...form} />
          {props.preview}
        </div>
      )}
      {form && props.automation}
    </Section>
  );
}

function titleOf({ isNew, name }: SequencePageProps): string {
  if (isNew) return t('sequenceForm.new');
  return name === '' ? t('options.sequences.title') : name;
}

function introOf({ isNew, version, live }: SequencePageProps): string {
  if (isNew || version === undefined) return isNew ? t('sequenceForm.newIntro') : '';
  const counts: [string, string] = [String(version), String(live)];
  return live === 0 ? t('sequenceForm.intro', counts) : t('sequenceForm.introRunning', counts);
}

function Notices({ restored, conflict, onReload, onSaveCopy }: SequencePageProps) {
  if (conflict !== undefined) {
    return (
      <Notice
        tone="warn"
        announce
        title={t(`sequenceForm.conflict.${conflict}`)}
        actions={
          <>
            <Button size="s" variant="primary" onClick={onSaveCopy}>
              {t('sequenceForm.saveCopy')}
            </Button>
            {conflict === 'newer' && (
              <Button size="s" variant="danger" onClick={onReload}>
                {t('sequenceForm.reload')}
              </Button>
            )}
          </>
        }
      >
        {t('sequenceForm.conflict.hint')}
      </Notice>
    );
  }
  if (!restored) return null;
  return (
    <Notice
      tone="accent"
      announce
      actions={
        <Button size="s" onClick={onReload}>
          {t('sequenceForm.discard')}
        </Button>
      }
    >
      {t('sequenceForm.restored')}
    </Notice>
  );
}
