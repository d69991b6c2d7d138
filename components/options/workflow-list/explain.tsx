import { Button } from '@/components/ui/button';
import { Combobox } from '@/components/ui/combobox';
import { Notice } from '@/components/ui/notice';
import { Spinner } from '@/components/ui/spinner';
import { planDate } from '@/lib/i18n/plan-date';
import { t } from '@/lib/i18n/t';
import type { WorkflowExplanation } from '@/lib/rpc/workflow-views';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import type { ExplainView } from './explain-view';
import { ExplainedActions } from './explained-actions';
import { ExplainedGroups } from './explained-groups';

export interface ExplainProps {
  readonly view: ExplainView;
  readonly contacts: readonly { readonly id: string; readonly label: string }[];
  readonly contactId: string | undefined;
  /** Why nobody can be enrolled by hand now; absent when they can. */
  readonly cannotEnter: string | undefined;
  readonly entering: boolean;
  readonly now: Instant;
  readonly zone: Zone;
  readonly onSearch: (text: string) => void;
  readonly onContact: (id: string) => void;
  readonly onAgain: () => void;
  readonly onEnter: () => void;
}

/** For one contact: would they enter, why not, and what would happen then. */
export function Explain(props: ExplainProps) {
  return (
    <div class="so-explain">
      <Combobox
        label={t('workflows.explain.contact')}
        value={props.contactId}
        options={props.contacts.map(({ id, label }) => ({ value: id, label }))}
        placeholder={t('workflows.explain.choose')}
        nothingFound={t('workflows.explain.nobody')}
        onQuery={props.onSearch}
        onSelect={props.onContact}
      />
      <Answer {...props} />
    </div>
  );
}

function Answer(props: ExplainProps) {
  const { view } = props;
  switch (view.kind) {
    case 'none':
      return null;
    case 'asking':
      return <Spinner label={t('ui.loading')} />;
    case 'gone':
    case 'failed':
      return (
        <Notice
          tone="warn"
          announce
          actions={
            <Button size="s" icon="refresh" onClick={props.onAgain}>
              {t('workflows.explain.again')}
            </Button>
          }
        >
          {t(`workflows.explain.${view.kind === 'gone' ? 'contactGone' : 'notAsked'}`)}
        </Notice>
      );
    case 'known':
      return <Known {...props} view={view} />;
  }
}

function Known(props: ExplainProps & { readonly view: Extract<ExplainView, { kind: 'known' }> }) {
  const { view, now, entering, cannotEnter } = props;
  const { explanation } = view;
  const enters = explanation.matches && explanation.barred === undefined;
  return (
    <>
      {view.isOld && (
        <Notice
          tone="accent"
          actions={
            <Button size="s" icon="refresh" onClick={props.onAgain}>
              {t('workflows.explain.again')}
            </Button>
          }
        >
          {t('workflows.explain.old')}
        </Notice>
      )}
      <Notice tone={enters ? 'good' : 'neutral'} announce title={verdictOf(explanation)}>
        {barredText(props, explanation)}
      </Notice>
      <h4>{t('workflows.explain.filters')}</h4>
      <ExplainedGroups groups={explanation.groups} />
      {explanation.reenroll.length > 0 && (
        <>
          <h4>{t('workflows.explain.reenroll')}</h4>
          <ExplainedGroups groups={explanation.reenroll} />
        </>
      )}
      <h4>{t('workflows.explain.actions')}</h4>
      <ExplainedActions actions={explanation.actions} labels={view.labels} now={now} />
      <div class="so-save">
        <Button busy={entering} disabledReason={cannotEnter} onClick={props.onEnter}>
          {t('workflows.explain.enter')}
        </Button>
        <p class="so-quiet">{cannotEnter ?? t('workflows.explain.enterHint')}</p>
      </div>
    </>
  );
}

function verdictOf({ matches, barred }: WorkflowExplanation): string {
  if (!matches) return t('workflows.explain.noMatch');
  return barred === undefined ? t('workflows.explain.enters') : t('workflows.explain.barred');
}

function barredText(
  { now, zone }: ExplainProps,
  { barred, inside, times }: WorkflowExplanation,
): string {
  const reasons = [
    ...(barred === undefined ? [] : [t(`workflows.barred.${barred}`)]),
    ...(inside?.dueAt === undefined
      ? []
      : [t('workflows.explain.nextAt', [planDate(inside.dueAt, { now, zone })])]),
    t('workflows.explain.times', [String(times)]),
  ];
  return reasons.join(' ');
}
