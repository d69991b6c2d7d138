import { Icon } from '@/components/ui/icon';
import { TONE_ICON } from '@/components/ui/tone-icon';
import { t } from '@/lib/i18n/t';
import type { Mark } from './mark';

/** What is wrong with a part, below it. */
export function MarksList({ marks }: { readonly marks: readonly Mark[] }) {
  if (marks.length === 0) return null;
  return (
    <ul class="so-marks">
      {marks.map(({ tone, text, place }) => (
        <li key={`${place}/${text}`} data-tone={tone}>
          <Icon
            name={TONE_ICON[tone]}
            size={14}
            label={t(tone === 'bad' ? 'ui.check.block' : 'ui.check.warn')}
          />
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}
