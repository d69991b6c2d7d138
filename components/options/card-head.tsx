import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n/t';

export interface CardHeadProps {
  readonly name: string;
  /** Where it stands, and among how many. */
  readonly index: number;
  readonly count: number;
  readonly onMove: (by: 1 | -1) => void;
  readonly onRemove: () => void;
}

/** The head of one card in an ordered list: its name, up, down and away. */
export function CardHead({ name, index, count, onMove, onRemove }: CardHeadProps) {
  return (
    <div class="so-step-head">
      <h4>{name}</h4>
      <div class="so-row-actions">
        <Button
          size="s"
          variant="ghost"
          icon="up"
          label={t('sequenceForm.moveUp', [name])}
          disabledReason={index === 0 ? t('sequenceForm.isFirst') : undefined}
          onClick={() => onMove(-1)}
        />
        <Button
          size="s"
          variant="ghost"
          icon="chevron"
          label={t('sequenceForm.moveDown', [name])}
          disabledReason={index === count - 1 ? t('sequenceForm.isLast') : undefined}
          onClick={() => onMove(1)}
        />
        <Button
          size="s"
          variant="ghost"
          icon="close"
          label={t('sequenceForm.removeStep', [name])}
          onClick={onRemove}
        />
      </div>
    </div>
  );
}
