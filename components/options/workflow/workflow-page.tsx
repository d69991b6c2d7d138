import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { NotLoaded } from '@/components/options/not-loaded';
import { Section } from '@/components/options/section';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Spinner } from '@/components/ui/spinner';
import { t } from '@/lib/i18n/t';
import { focusWorkflowPlace } from './focus-workflow-place';
import { type LintLine, LintPanel } from './lint-panel';
import { WorkflowForm, type WorkflowFormProps } from './workflow-form';

export interface WorkflowPageProps {
  readonly takesFocus: boolean;
  readonly status: 'loading' | 'ready' | 'missing' | 'failed';
  /** Present when it is ready. */
  readonly form: WorkflowFormProps | undefined;
  readonly isNew: boolean;
  /** As it is stored; empty for a new one, and until it is read. */
  readonly name: string;
  readonly revision: number | undefined;
  /** Name of the sequence that it is made for. */
  readonly boundTo: string | undefined;
  readonly restored: boolean;
  readonly conflict:
    | { readonly kind: 'newer'; readonly revision: number }
    | { readonly kind: 'deleted' }
    | undefined;
  readonly lint: readonly LintLine[];
  /** What stands beside the form below lint: switching on, dry run, explaining. */
  readonly children?: ComponentChildren;
  readonly onReload: () => void;
  readonly onSaveCopy: () => void;
  readonly onRetry: () => void;
}

/** One workflow: its form, and beside it what speaks against it and what it would do. */
export function WorkflowPage(props: WorkflowPageProps) {
  const { status, form, boundTo } = props;
  const formRef = useRef<HTMLFormElement>(null);
  const show = (place: string) => formRef.current && focusWorkflowPlace(formRef.current, place);
  return (
    <Section title={titleOf(props)} intro={introOf(props)} takesFocus={props.takesFocus}>
      <p>
        <a href="#workflows">{t('workflow.back')}</a>
      </p>
      {boundTo !== undefined && <p class="so-quiet so-bound">{t('workflow.boundTo', [boundTo])}</p>}
      {status === 'loading' && <Spinner label={t('ui.loading')} />}
      {status === 'failed' && <NotLoaded onRetry={props.onRetry} />}
      {status === 'missing' && (
        <EmptyState icon="search" title={t('workflow.missing')}>
          {t('workflow.missingHint')}
        </EmptyState>
      )}
      <Notices {...props} />
      {form && (
        <div class="so-sequence so-workflow">
          <WorkflowForm {...form} formRef={formRef} onShow={show} />
          <aside class="so-workflow-side">
            <LintPanel lines={props.lint} onShow={show} />
            {props.children}
          </aside>
        </div>
      )}
    </Section>
  );
}

function titleOf({ isNew, name }: WorkflowPageProps): string {
  if (isNew) return t('workflow.new');
  return name === '' ? t('options.nav.workflows') : name;
}

function introOf({ isNew, revision }: WorkflowPageProps): string {
  if (isNew) return t('workflow.newIntro');
  return revision === undefined ? '' : t('workflow.intro', [String(revision)]);
}

function Notices({ restored, conflict, onReload, onSaveCopy }: WorkflowPageProps) {
  if (conflict !== undefined) {
    return (
      <div class="so-conflict">
        <Notice
          tone="warn"
          announce
          title={
            conflict.kind === 'newer'
              ? t('workflow.conflict.newer', [String(conflict.revision)])
              : t('workflow.conflict.deleted')
          }
          actions={
            <>
              <Button size="s" variant="primary" onClick={onSaveCopy}>
                {t('workflow.conflict.keepMine')}
              </Button>
              {conflict.kind === 'newer' && (
                <Button size="s" variant="danger" onClick={onReload}>
                  {t('workflow.conflict.loadTheirs')}
                </Button>
              )}
            </>
          }
        >
          {t('workflow.conflict.hint')}
        </Notice>
      </div>
    );
  }
  if (!restored) return null;
  return (
    <Notice
      tone="accent"
      announce
      actions={
        <Button size="s" onClick={onReload}>
          {t('workflow.discard')}
        </Button>
      }
    >
      {t('workflow.restored')}
    </Notice>
  );
}
