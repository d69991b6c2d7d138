import { whereWords } from '@/components/options/workflow/where-words';
import { Notice } from '@/components/ui/notice';
import type { Finding } from '@/lib/domain/workflow/finding';
import { findingSentence } from '@/lib/i18n/finding-sentence';
import { t } from '@/lib/i18n/t';

export interface SwitchOnErrorsProps {
  readonly id: string;
  readonly errors: readonly Finding[];
  /** On the way to the editor. */
  readonly onMend: () => void;
}

/** What has to be mended before a workflow can be switched on, and where that is done. */
export function SwitchOnErrors({ id, errors, onMend }: SwitchOnErrorsProps) {
  if (errors.length === 0) return null;
  return (
    <Notice
      tone="bad"
      announce
      title={t('workflows.on.errors')}
      actions={
        <a href={`#workflows/${encodeURIComponent(id)}`} onClick={onMend}>
          {t('workflows.on.mend')}
        </a>
      }
    >
      <ul class="so-places">
        {errors.map((finding) => (
          <li key={`${finding.code}/${finding.place}`}>
            {finding.place !== '' && (
              <span class="so-place">{whereWords(finding.place) || finding.place}</span>
            )}
            <span>{findingSentence(finding)}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
