import { useState } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { t } from '@/lib/i18n/t';

export interface HeldNoticeProps {
  readonly name: string;
  /** How many it enrolled in the last 24 hours. */
  readonly recent: number;
  readonly busy: boolean;
  readonly onRelease: (reason: string) => void;
  readonly onSwitchOff: () => void;
}

/** A workflow has enrolled as many as it may by itself: a person says why it goes on, or stops it. */
export function HeldNotice({ name, recent, busy, onRelease, onSwitchOff }: HeldNoticeProps) {
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const isMissing = reason.trim() === '';
  return (
    <form
      class="so-row-wide"
      onSubmit={(event) => {
        event.preventDefault();
        if (isMissing) setAsked(true);
        else onRelease(reason.trim());
      }}
    >
      <Notice
        tone="warn"
        icon="pause"
        title={t('workflows.held.title', [String(recent)])}
        actions={
          <>
            <Button
              size="s"
              variant="primary"
              busy={busy}
              label={t('workflows.held.goOnWhat', [name])}
              onClick={() => (isMissing ? setAsked(true) : onRelease(reason.trim()))}
            >
              {t('workflows.held.goOn')}
            </Button>
            <Button
              size="s"
              label={t('workflows.switchOffWhat', [name])}
              disabledReason={busy ? t('ui.loading') : undefined}
              onClick={onSwitchOff}
            >
              {t('workflows.switchOff')}
            </Button>
          </>
        }
      >
        <p>{t('workflows.held.body')}</p>
        <TextField
          label={t('workflows.held.reason')}
          hint={t('workflows.held.reasonHint')}
          value={reason}
          error={asked && isMissing ? t('workflows.reasonMissing') : undefined}
          maxLength={500}
          onInput={setReason}
        />
      </Notice>
    </form>
  );
}
