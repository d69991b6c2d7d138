import { AwayFields } from '@/components/options/away/away-fields';
import { awayUntil } from '@/lib/i18n/away-until';
import type { PartProps } from '@/lib/options/part-props';
import type { SenderChoice } from '@/lib/rpc/views';
import { NO_AWAY } from './away-model';

/** Hands the days away of one sender to their fields. */
export function AwayPart({ model, sender }: PartProps & { readonly sender: SenderChoice }) {
  const { away } = model;
  const form = away.forms.value.get(sender.id) ?? NO_AWAY;
  return (
    <AwayFields
      address={sender.address}
      until={awayUntil(sender, model.now.value)}
      away={sender.away}
      typed={form}
      error={form.error}
      saving={form.saving ?? false}
      onType={(change) => away.type(sender.id, change)}
      onAdd={() => void away.add(sender.id)}
      onRemove={(range) => void away.remove(sender.id, range)}
    />
  );
}
