import { TextField } from '@/components/ui/text-field';
import { t } from '@/lib/i18n/t';

export interface PlaceholderFieldsProps {
  readonly names: readonly string[];
  readonly values: Readonly<Record<string, string>>;
  readonly onType: (name: string, value: string) => void;
}

/** What the sequence leaves for the rep to write, for this contact. */
export function PlaceholderFields({ names, values, onType }: PlaceholderFieldsProps) {
  if (names.length === 0) return null;
  return (
    <section class="so-form" aria-label={t('overlay.placeholders')}>
      <h3 class="so-field-label">{t('overlay.placeholders')}</h3>
      {names.map((name) => {
        const value = values[name] ?? '';
        const isTouchedAndEmpty = name in values && value.trim() === '';
        return (
          <TextField
            key={name}
            label={name}
            value={value}
            rows={2}
            maxLength={1_000}
            hint={t('overlay.placeholderHint')}
            error={isTouchedAndEmpty ? t('overlay.placeholderMissing') : undefined}
            onInput={(text) => onType(name, text)}
          />
        );
      })}
    </section>
  );
}
