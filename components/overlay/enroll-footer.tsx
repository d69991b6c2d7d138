import { useId } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import type { Check } from '@/lib/domain/enrollment/check';
import { checkSentence } from '@/lib/i18n/check-sentence';
import { t } from '@/lib/i18n/t';
import type { EnrollmentPreview } from '@/lib/rpc/views';
import type { Instant } from '@/lib/time/instant';
import type { EnrollPanelProps } from './enroll-panel';

/** The one step that is next: enroll, or whatever has to come before it. */
export function EnrollFooter(props: EnrollPanelProps) {
  const { view, onClose, isOrphaned } = props;
  const hintId = useId();
  const { preview } = view;
  return (
    <div class="so-panel-foot">
      <p id={hintId} class="so-panel-hint">
        {preview && preview.senders.length > 0 && !isOrphaned && hint(preview, view.chosen.sendAt)}
      </p>
      <div class="so-panel-actions">
        <Button variant="ghost" onClick={onClose}>
          {t('overlay.cancel')}
        </Button>
        {!isOrphaned && <MainButton {...props} hintId={hintId} />}
      </div>
    </div>
  );
}

/** What the click means beyond the obvious: which notes it accepts, and for how long it can be undone. */
function hint(preview: EnrollmentPreview, sendAt: Instant | undefined): string {
  const notes = preview.allowed ? notesOf(preview).length : 0;
  if (notes > 0) return t('overlay.acceptsHint', [String(notes)]);
  return sendAt === undefined ? holdHint(preview.undoSeconds) : '';
}

/** Warnings that a click accepts. The zone is only said: there is nothing to decide about it. */
function notesOf({ checks }: EnrollmentPreview): readonly Check[] {
  return checks.filter(({ result, code }) => result === 'warn' && code !== 'zoneKnown');
}

function holdHint(seconds: number): string {
  return seconds > 0 ? t('overlay.holdHint', [String(seconds)]) : t('overlay.noHoldHint');
}

function MainButton(props: EnrollPanelProps & { readonly hintId: string }) {
  const { view, isSettled, onEnroll, onConnect, enrollRef, hintId } = props;
  const { preview, isEnrolling } = view;
  const sender = preview?.checks.find((check) => check.code === 'senderEligible');
  if (preview && preview.senders.length === 0) {
    return (
      <Button variant="primary" icon="mail" onClick={onConnect}>
        {t('overlay.connectMailbox')}
      </Button>
    );
  }
  if (sender?.reason === 'expired' || sender?.reason === 'revoked') {
    return (
      <Button variant="primary" icon="mail" onClick={onConnect}>
        {t('overlay.reconnectMailbox')}
      </Button>
    );
  }
  return (
    <Button
      variant="primary"
      icon="logo"
      busy={isEnrolling}
      disabledReason={disabledReason(props) ?? (isSettled ? undefined : t('ui.loading'))}
      describedBy={hintId}
      title={t('overlay.sendHint', [isApple() ? '⌘' : 'Ctrl'])}
      onClick={onEnroll}
      buttonRef={enrollRef}
    >
      {isEnrolling ? t('overlay.enrolling') : enrollLabel(preview)}
    </Button>
  );
}

function enrollLabel(preview: EnrollmentPreview | undefined): string {
  const accepts = preview?.allowed && notesOf(preview).length > 0;
  return accepts ? t('overlay.enrollAnyway') : t('overlay.enroll');
}

/** The first thing that stands in the way, in the words of its check. */
function disabledReason({ view, now }: EnrollPanelProps): string | undefined {
  const { preview } = view;
  if (!preview) return t('overlay.loadingPreview');
  if (preview.allowed) return undefined;
  const block = preview.checks.find((check) => check.result === 'block');
  return block ? checkSentence(block, now) : t('overlay.blockedUnknown');
}

function isApple(): boolean {
  return /mac|iphone|ipad/i.test(navigator.userAgent);
}
