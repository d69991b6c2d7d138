import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import type { EnrollmentId } from '@/lib/domain/ids';
import { isolated } from '@/lib/i18n/isolated';
import { t } from '@/lib/i18n/t';
import type { EnrolledStatus } from '@/lib/rpc/views';
import type { Instant } from '@/lib/time/instant';
import { MoreMenu } from './more-menu';
import { StatusLine } from './status-line';

export type EnrollmentAction = 'unenroll' | 'pause' | 'resume' | 'skip';

export interface EnrolledChipProps {
  readonly status: EnrolledStatus;
  readonly isBusy: boolean;
  readonly now: Instant;
  readonly onAct: (action: EnrollmentAction, id: EnrollmentId, event: MouseEvent) => void;
}

const ICONS = { pause: 'pause', unenroll: 'stop', skip: 'chevron' } as const;

/** Somebody who is in a sequence: how far, and the way out; paused, the way on. */
export function EnrolledChip({ status, isBusy, now, onAct }: EnrolledChipProps) {
  const name = isolated(status.sequenceName);
  const isLate = status.waiting === 'late';
  const titles = {
    unenroll: t('overlay.unenrollFrom', [name]),
    pause: t('overlay.pauseTitle', [name]),
    resume: t(isLate ? 'overlay.sendLateTitle' : 'overlay.resumeTitle', [name]),
    skip: t('overlay.skipTitle', [name]),
  };
  const labels = {
    unenroll: t('overlay.unenroll'),
    pause: t('overlay.pause'),
    resume: t(isLate ? 'overlay.sendLate' : 'overlay.resume'),
    skip: t('overlay.skip'),
  };
  const main = status.paused ? 'resume' : 'unenroll';
  const others = status.paused
    ? ([...(isLate ? (['skip'] as const) : []), 'unenroll'] as const)
    : (['pause'] as const);
  return (
    <>
      <span class="so-chip-mark">
        <Icon name={status.waiting || status.paused ? 'pause' : 'logo'} />
      </span>
      <StatusLine status={status} now={now} />
      <span class="so-split">
        <Button
          size="s"
          variant={status.paused ? 'primary' : 'secondary'}
          busy={isBusy}
          title={titles[main]}
          onClick={(event) => onAct(main, status.enrollmentId, event)}
        >
          {labels[main]}
        </Button>
        <MoreMenu
          label={t('overlay.more')}
          items={others.map((other) => ({
            label: labels[other],
            title: titles[other],
            icon: ICONS[other],
            onChoose: (event) => onAct(other, status.enrollmentId, event),
          }))}
        />
      </span>
    </>
  );
}
