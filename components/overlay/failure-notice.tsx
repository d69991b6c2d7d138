import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { failureSentence } from '@/lib/i18n/failure-sentence';
import { t } from '@/lib/i18n/t';
import type { FailureCode } from '@/lib/rpc/failure';

export interface FailureNoticeProps {
  readonly code: FailureCode;
  readonly onRetry: () => void;
}

/** A request got no answer, and can be made again. */
export function FailureNotice({ code, onRetry }: FailureNoticeProps) {
  const { title, next } = failureSentence(code);
  return (
    <Notice
      tone="bad"
      title={title}
      announce
      actions={
        <Button size="s" icon="refresh" onClick={onRetry}>
          {t('ui.tryAgain')}
        </Button>
      }
    >
      {next}
    </Notice>
  );
}
