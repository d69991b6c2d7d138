import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import type { FindingCode } from '@/lib/domain/workflow/finding';
import { findingSentence } from '@/lib/i18n/finding-sentence';
import { t } from '@/lib/i18n/t';
import type { Warning } from './switch-on-view';

export interface SwitchOnWarningsProps {
  readonly warnings: readonly Warning[];
  readonly attempted: boolean;
  readonly onReason: (code: FindingCode, reason: string) => void;
}

/** What should make a person think twice; whoever goes on says why, and the journal keeps it. */
export function SwitchOnWarnings({ warnings, attempted, onReason }: SwitchOnWarningsProps) {
  if (warnings.length === 0) return null;
  return (
    <section class="so-warnings" aria-labelledby="so-warnings">
      <h3 id="so-warnings">{t('workflows.on.warnings')}</h3>
      <p class="so-quiet">{t('workflows.on.warningsHint')}</p>
      {warnings.map(({ code, findings, reason }) => (
        <Notice key={code} tone="warn">
          {findings.map((finding) => (
            <p key={finding.place}>{findingSentence(finding)}</p>
          ))}
          <TextField
            label={t('workflows.on.reason')}
            value={reason}
            error={attempted && reason.trim() === '' ? t('workflows.reasonMissing') : undefined}
            maxLength={500}
            onInput={(text) => onReason(code, text)}
          />
        </Notice>
      ))}
    </section>
  );
}
