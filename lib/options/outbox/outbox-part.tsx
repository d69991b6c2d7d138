import { OutboxSection } from '@/components/options/outbox/outbox-section';
import type { PartProps } from '@/lib/options/part-props';

/** Hands the outbox to its section. */
export function OutboxPart({ model }: PartProps) {
  const { outbox, enrollments } = model;
  return (
    <OutboxSection
      takesFocus={model.where.wentThere.value}
      view={outbox.view.value}
      catchUp={model.catchUp.value}
      failed={outbox.failed.value}
      busy={outbox.busy.value}
      switching={outbox.switching.value}
      now={model.now.value}
      zone={model.zone}
      onPauseAll={(paused) => void outbox.pauseAll(paused)}
      onDismiss={() => void outbox.dismiss()}
      onAction={(line, action) => void outbox.act(line, action)}
      onOpen={(line) => {
        enrollments.narrow({ text: line.to ?? line.contactName, state: 'any' });
        model.go({ section: 'enrollments' });
      }}
      onMore={() => void outbox.more()}
      onMoreParked={() => void outbox.moreParked()}
      onRetry={() => void outbox.refresh()}
    />
  );
}
