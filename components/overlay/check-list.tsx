import { CheckRow } from '@/components/ui/check-row';
import { Icon } from '@/components/ui/icon';
import type { Check } from '@/lib/domain/enrollment/check';
import { checkSentence } from '@/lib/i18n/check-sentence';
import { t } from '@/lib/i18n/t';
import type { Instant } from '@/lib/time/instant';

export interface CheckListProps {
  readonly checks: readonly Check[];
  readonly now: Instant;
}

const WEIGHT: Readonly<Record<Check['result'], number>> = { block: 0, warn: 1, pass: 2 };

/** What stands in the way first, what to note next, and the rest behind one line. */
export function CheckList({ checks, now }: CheckListProps) {
  const sorted = [...checks].sort((a, b) => WEIGHT[a.result] - WEIGHT[b.result]);
  const open = sorted.filter((check) => check.result !== 'pass');
  const passed = sorted.filter((check) => check.result === 'pass');
  const row = (check: Check) => (
    <CheckRow key={check.code} result={check.result} sentence={checkSentence(check, now)} />
  );
  return (
    <section class="so-checks" aria-label={t('overlay.checks')}>
      {open.length > 0 && <ul>{open.map(row)}</ul>}
      {passed.length > 0 && (
        <details>
          <summary>
            <Icon name="check" />
            {t('overlay.passed', [String(passed.length)])}
            <Icon name="chevron" size={14} />
          </summary>
          <ul>{passed.map(row)}</ul>
        </details>
      )}
    </section>
  );
}
