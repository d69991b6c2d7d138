import type { Ref } from 'preact';
import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { Spinner } from '@/components/ui/spinner';
import { exitSentence } from '@/lib/i18n/exit-sentence';
import { failureSentence } from '@/lib/i18n/failure-sentence';
import { pastDay } from '@/lib/i18n/past-day';
import { t } from '@/lib/i18n/t';
import type { Instant } from '@/lib/time/instant';
import type { ChipState } from './chip-state';
import { EnrolledChip, type EnrolledChipProps } from './enrolled-chip';
import { PersonPicker, type PersonPickerProps } from './person-picker';

export interface ControlChipProps {
  readonly state: ChipState;
  readonly now: Instant;
  readonly isOpen: boolean;
  /** Only where there are several people to choose from. */
  readonly picker?: PersonPickerProps | undefined;
  readonly onOpen: (event: MouseEvent) => void;
  readonly onAct: EnrolledChipProps['onAct'];
  /** Only where there are several people who can be enrolled in one go. */
  readonly onEnrollAll?: (() => void) | undefined;
  readonly onRetry: () => void;
  readonly onRefreshPage: () => void;
  readonly onDismiss: () => void;
  readonly openerRef: Ref<HTMLButtonElement>;
  /** Takes the focus when there is no opener any more: its first button would undo what was done. */
  readonly chipRef: Ref<HTMLFieldSetElement>;
}

/** The one control on the page. */
export function ControlChip(props: ControlChipProps) {
  const { state, picker } = props;
  return (
    <fieldset
      class="so-chip"
      data-kind={state.kind}
      aria-label={t('overlay.label')}
      tabIndex={-1}
      ref={props.chipRef}
    >
      {picker && state.kind !== 'orphaned' && <PersonPicker {...picker} />}
      <ChipBody {...props} />
      {picker && state.kind !== 'orphaned' && props.onEnrollAll && (
        <Button
          size="s"
          variant="ghost"
          icon="people"
          hasPopup="dialog"
          title={t('bulk.enrollAllTitle', [String(picker.people.length)])}
          onClick={props.onEnrollAll}
        >
          {t('bulk.enrollAll', [String(picker.people.length)])}
        </Button>
      )}
    </fieldset>
  );
}

function ChipBody(props: ControlChipProps) {
  const { state, now, onRetry } = props;
  switch (state.kind) {
    case 'checking':
      return (
        <span class="so-chip-quiet">
          <Spinner label={t('overlay.checking')} />
        </span>
      );
    case 'nobody':
      return <Opener {...props} quiet icon="person" text={t('overlay.nobody')} />;
    case 'noAddress':
      return <Opener {...props} quiet icon="mail" text={t('overlay.noAddress')} />;
    case 'free':
      return (
        <>
          {state.lastExit && (
            <span class="so-chip-exit" title={state.lastExit.sequenceName}>
              {t('overlay.lastExit', [
                state.lastExit.asksOptOut
                  ? t('exit.asksOptOut')
                  : exitSentence(state.lastExit.reason),
                pastDay(state.lastExit.at, { now }),
              ])}
            </span>
          )}
          <Opener
            {...props}
            icon="logo"
            text={state.lastExit ? t('overlay.enrollAgain') : t('overlay.enroll')}
          />
        </>
      );
    case 'enrolled':
      return (
        <EnrolledChip status={state.status} isBusy={state.isBusy} now={now} onAct={props.onAct} />
      );
    case 'failed':
      return (
        <>
          <span class="so-chip-quiet" title={failureSentence(state.code).title}>
            <Icon name="warn" />
            {t('overlay.statusFailed')}
          </span>
          <Button size="s" variant="secondary" icon="refresh" onClick={onRetry}>
            {t('ui.tryAgain')}
          </Button>
        </>
      );
    case 'orphaned':
      return <Orphaned {...props} />;
  }
}

interface OpenerProps extends ControlChipProps {
  readonly icon: 'logo' | 'person' | 'mail';
  readonly text: string;
  readonly quiet?: boolean;
}

function Opener({ icon, text, quiet = false, onOpen, isOpen, openerRef }: OpenerProps) {
  return (
    <Button
      size="s"
      variant={quiet ? 'ghost' : 'primary'}
      icon={icon}
      hasPopup="dialog"
      expanded={isOpen}
      onClick={onOpen}
      buttonRef={openerRef}
    >
      {text}
    </Button>
  );
}

function Orphaned({ onRefreshPage, onDismiss }: ControlChipProps) {
  return (
    <>
      <span class="so-chip-quiet" role="status" title={t('overlay.orphanedTitle')}>
        <Icon name="info" />
        {t('overlay.orphanedShort')}
      </span>
      <Button size="s" variant="secondary" icon="refresh" onClick={onRefreshPage}>
        {t('overlay.refresh')}
      </Button>
      <Button
        size="s"
        variant="ghost"
        icon="close"
        label={t('overlay.dismiss')}
        onClick={onDismiss}
      />
    </>
  );
}
