import { Ask } from '@/components/options/ask';
import { Badge, type Tone } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ForeignText } from '@/components/ui/foreign-text';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { planDate } from '@/lib/i18n/plan-date';
import { t } from '@/lib/i18n/t';
import type { Instant } from '@/lib/time/instant';
import type { Zone } from '@/lib/time/zone';
import { outcomeSentence } from './outcome-sentence';
import { isInside, type RunLine } from './run-line';

export interface RunRowProps {
  readonly run: RunLine;
  /** Whom or what the row is named after: who is in the workflow, or which workflow somebody is in. */
  readonly named: 'contact' | 'workflow';
  readonly now: Instant;
  readonly zone: Zone;
  readonly leaving: boolean;
  readonly onAskToLeave: (asked: boolean) => void;
  readonly onLeave: () => void;
}

const TONES: Readonly<Record<RunLine['state']['kind'], Tone>> = {
  active: 'good',
  held: 'warn',
  finished: 'neutral',
  unenrolled: 'neutral',
  failed: 'bad',
};

/** One contact in one workflow: how it came in, what was done, what comes next. */
export function RunRow(props: RunRowProps) {
  const { run, named, now, zone, leaving, onAskToLeave } = props;
  const { area, home } = useKeptFocus<HTMLLIElement, HTMLElement>();
  const name = named === 'contact' ? run.contactName : run.workflowName;
  return (
    <li class="so-row so-row-run" ref={area}>
      <span class="so-row-name">
        <strong ref={home} tabIndex={-1}>
          <ForeignText text={name} />
        </strong>
        <span class="so-quiet">
          {t(`workflows.cause.${run.cause}`)} · {planDate(run.createdAt, { now, zone })}
        </span>
      </span>
      <span class="so-row-badges">
        <Badge tone={TONES[run.state.kind]}>{t(`workflows.runState.${run.state.kind}`)}</Badge>
      </span>
      {isInside(run) && !leaving && (
        <div class="so-row-actions">
          <Button
            size="s"
            variant="ghost"
            label={t('workflows.takeOutWho', [run.contactName, run.workflowName])}
            onClick={() => onAskToLeave(true)}
          >
            {t('workflows.takeOut')}
          </Button>
        </div>
      )}
      <Log {...props} />
      {leaving && (
        <Ask
          question={t('workflows.takeOutAsk', [run.contactName, run.workflowName])}
          keep={t('workflows.keepIn')}
          go={t('workflows.takeOut')}
          onKeep={() => onAskToLeave(false)}
          onGo={props.onLeave}
        />
      )}
    </li>
  );
}

function Log({ run, now, zone }: RunRowProps) {
  const next = nextText(run, { now, zone });
  const end = endText(run);
  if (run.log.length === 0 && next === undefined && end === undefined) return null;
  return (
    <ol class="so-row-wide so-run-log">
      {run.log.map(({ at, label, outcome }, index) => (
        <li key={`${index}/${at}`} data-skipped={outcome.kind === 'skipped' || undefined}>
          <time class="so-quiet so-number" dateTime={new Date(at).toISOString()}>
            {planDate(at, { now, zone })}
          </time>
          <span>
            {label}
            <span class="so-quiet"> · {outcomeSentence(outcome)}</span>
          </span>
        </li>
      ))}
      {(next ?? end) !== undefined && <li class="so-quiet">{next ?? end}</li>}
    </ol>
  );
}

function nextText(
  { next, state }: RunLine,
  where: { readonly now: Instant; readonly zone: Zone },
): string | undefined {
  if (next === undefined) return undefined;
  if (state.kind === 'held') return t('workflows.nextHeld', [next.label]);
  if (state.kind !== 'active') return undefined;
  return next.at === undefined || next.at <= where.now
    ? t('workflows.nextNow', [next.label])
    : t('workflows.next', [next.label, planDate(next.at, where)]);
}

function endText({ state }: RunLine): string | undefined {
  return state.kind === 'unenrolled' ? t(`workflows.exit.${state.reason}`) : undefined;
}
