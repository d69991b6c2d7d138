import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n/t';
import { DryRun, type DryRunProps } from './dry-run';

export interface TryOutPanelProps extends DryRunProps {
  /** Nothing is missing in the editor. */
  readonly isWhole: boolean;
  readonly isOld: boolean;
}

/** Beside the editor: what the workflow would do to all contacts, saved or not. */
export function TryOutPanel(props: TryOutPanelProps) {
  const { view, isWhole, isOld } = props;
  return (
    <section class="so-card so-side" aria-labelledby="so-try-out">
      <h3 id="so-try-out">{t('workflows.run.title')}</h3>
      <p class="so-quiet">{t('workflows.run.intro')}</p>
      {view.state !== 'running' && (
        <Button
          disabledReason={isWhole ? undefined : t('workflows.run.notYet')}
          onClick={props.onAgain}
        >
          {t('workflows.run.start')}
        </Button>
      )}
      {isOld && <p class="so-quiet">{t('workflows.run.old')}</p>}
      <DryRun {...props} />
    </section>
  );
}
