import { CalendarSection } from '@/components/options/calendar-section';
import type { PartProps } from './part-props';

/** Hands the days without sending to their section. */
export function CalendarPart({ model }: PartProps) {
  const { calendar } = model;
  const list = calendar.list.value;
  return (
    <CalendarSection
      takesFocus={model.where.wentThere.value}
      loaded={list !== undefined}
      failed={calendar.failed.value}
      ranges={calendar.ranges.value}
      countries={list?.countries ?? []}
      holidays={calendar.holidays.value}
      form={calendar.form.value}
      error={calendar.error.value}
      onType={calendar.type}
      onAdd={() => void calendar.add()}
      onRemove={(range) => void calendar.remove(range)}
      onRetry={() => void calendar.refresh()}
      onUpdate={() => void calendar.update()}
    />
  );
}
