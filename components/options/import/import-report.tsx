import { Button } from '@/components/ui/button';
import { ForeignText } from '@/components/ui/foreign-text';
import { Notice } from '@/components/ui/notice';
import { t } from '@/lib/i18n/t';
import type { ImportView, InvalidLine } from './import-view';

export interface ImportReportProps {
  readonly view: Extract<ImportView, { kind: 'over' }>;
  readonly onReset: () => void;
}

/** A page of a file is enough to see what is wrong with it. */
const MOST_LINES = 200;

/** What came of a file: how many are new, how many were known, which lines could not be taken. */
export function ImportReport({ view, onReset }: ImportReportProps) {
  const { end, invalid } = view;
  const isWhole = end === 'finished' && invalid.length === 0;
  const counts = [
    t('import.added', [String(view.added)]),
    t('import.updated', [String(view.updated)]),
    ...(invalid.length > 0 ? [t('import.invalid', [String(invalid.length)])] : []),
    ...(view.done < view.total ? [t('import.notTaken', [String(view.total - view.done)])] : []),
  ];
  return (
    <>
      <p class="so-import-file">
        <strong>
          <ForeignText text={view.file} />
        </strong>
      </p>
      <Notice tone={isWhole ? 'good' : 'warn'} announce title={t(`import.end.${end}`)}>
        <p class="so-number">{counts.join(' · ')}</p>
        {end !== 'finished' && <p>{t('import.againHint')}</p>}
      </Notice>
      {invalid.length > 0 && <Lines lines={invalid} />}
      <Button variant="primary" onClick={onReset}>
        {t('import.other')}
      </Button>
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly InvalidLine[] }) {
  return (
    <div class="so-table-box so-table-whole">
      <table class="so-table so-table-lines">
        <caption class="so-quiet">
          {lines.length > MOST_LINES
            ? t('import.firstLines', [String(MOST_LINES), String(lines.length)])
            : t('import.lines')}
        </caption>
        <thead>
          <tr>
            <th scope="col">{t('import.line')}</th>
            <th scope="col">{t('import.why')}</th>
            <th scope="col">{t('import.found')}</th>
          </tr>
        </thead>
        <tbody>
          {lines.slice(0, MOST_LINES).map(({ line, reason, text }) => (
            <tr key={line}>
              <th scope="row" class="so-number">
                {line}
              </th>
              <td>{t(`import.reason.${reason}`)}</td>
              <td>
                <ForeignText text={text} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
