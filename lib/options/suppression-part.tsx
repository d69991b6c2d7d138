import { SuppressionSection } from '@/components/options/suppression-section';
import type { PartProps } from './part-props';

/** Hands the suppression list to its section. */
export function SuppressionPart({ model }: PartProps) {
  const { suppression } = model;
  return (
    <SuppressionSection
      takesFocus={model.where.wentThere.value}
      rows={suppression.page.value?.rows}
      hasMore={suppression.page.value?.hasMore ?? false}
      failed={suppression.failed.value}
      text={suppression.text.value}
      typed={suppression.typed.value}
      reason={suppression.reason.value}
      invalid={suppression.invalid.value}
      error={suppression.error.value}
      busy={suppression.busy.value}
      removing={suppression.removing.value}
      now={model.now.value}
      onSearch={suppression.search}
      onMore={() => void suppression.more()}
      onType={suppression.type}
      onReason={suppression.chooseReason}
      onAdd={() => void suppression.add()}
      onAskToRemove={suppression.askToRemove}
      onRemove={(address) => void suppression.remove(address)}
      onRetry={() => void suppression.refresh()}
    />
  );
}
