import { ForeignText } from '@/components/ui/foreign-text';
import { t } from '@/lib/i18n/t';
import { when } from '@/lib/i18n/when';
import type { EnrollmentPreview } from '@/lib/rpc/views';
import type { Instant } from '@/lib/time/instant';

export interface PlanListProps {
  readonly preview: Pick<EnrollmentPreview, 'plan' | 'zone' | 'zoneSource'>;
  /** The first email leaves now, which is no moment worth a clock time. */
  readonly isAtOnce: boolean;
  readonly now: Instant;
}

/** When each email would leave, by the clock that the plan was made with. */
export function PlanList({ preview, isAtOnce, now }: PlanListProps) {
  const { plan, zone, zoneSource } = preview;
  if (plan.length === 0) return null;
  return (
    <section class="so-plan">
      <h3 class="so-field-label">{t('overlay.plan')}</h3>
      <ol>
        {plan.map(({ stepId, number, kind, subject, at }, index) => (
          <li key={stepId}>
            <span class="so-plan-number so-number">{number}</span>
            <ForeignText
              text={
                kind === 'automatedEmail'
                  ? subject
                  : `${t(`sequenceForm.kind.${kind}`)}: ${subject}`
              }
            />
            <span class="so-plan-when so-number">
              {index === 0 && isAtOnce
                ? t('overlay.planFirst')
                : when(at, { now, ...(zone !== undefined && { zone }) })}
            </span>
          </li>
        ))}
      </ol>
      {zone !== undefined && (
        <p class="so-field-hint">
          {`${t('overlay.zone')}: ${zone}. `}
          {zoneSource === 'contact' ? t('overlay.zoneContact') : t('overlay.zoneSender')}
        </p>
      )}
    </section>
  );
}
