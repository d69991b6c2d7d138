import { Button, type ButtonProps } from '@/components/ui/button';
import { t } from '@/lib/i18n/t';

/** What a row's button does: its key, and under the same key with `Who` its name for one contact. */
export type Deed =
  | 'options.enrollments.unenroll'
  | 'options.enrollments.pause'
  | 'options.enrollments.resume'
  | 'options.enrollments.suppress'
  | 'options.enrollments.history'
  | 'outbox.send'
  | 'outbox.skip'
  | 'outbox.retry'
  | 'outbox.open';

export interface RowButtonProps
  extends Pick<ButtonProps, 'variant' | 'icon' | 'busy' | 'expanded'> {
  readonly deed: Deed;
  /** Whom it is about, so that it can be told from the same button of the next row. */
  readonly who: string;
  readonly onClick: () => void;
}

/** A button in the row of somebody. */
export function RowButton({ deed, who, onClick, ...look }: RowButtonProps) {
  return (
    <Button {...look} size="s" label={t(`${deed}Who`, [who])} onClick={onClick}>
      {t(deed)}
    </Button>
  );
}
