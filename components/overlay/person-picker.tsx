import { Icon } from '@/components/ui/icon';
import { t } from '@/lib/i18n/t';

export interface PersonOption {
  readonly key: string;
  readonly name: string;
  readonly address: string;
}

export interface PersonPickerProps {
  readonly people: readonly PersonOption[];
  readonly chosen: string;
  readonly onPick: (key: string) => void;
}

/** Several people on one page: which of them is meant. */
export function PersonPicker({ people, chosen, onPick }: PersonPickerProps) {
  return (
    <span class="so-picker">
      <Icon name="people" size={14} />
      <select
        aria-label={t('overlay.chooseContact')}
        value={chosen}
        onChange={(event) => {
          const one = people[event.currentTarget.selectedIndex];
          if (one) onPick(one.key);
        }}
      >
        {people.map(({ key, name, address }) => (
          <option key={key} value={key} selected={key === chosen}>
            {name && address ? `\u2068${name}\u2069 <${address}>` : name || address}
          </option>
        ))}
      </select>
      <Icon name="chevron" size={12} />
    </span>
  );
}
