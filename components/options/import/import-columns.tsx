import { Button } from '@/components/ui/button';
import { ForeignText } from '@/components/ui/foreign-text';
import { Icon } from '@/components/ui/icon';
import { t } from '@/lib/i18n/t';
import type { ColumnTarget, ImportColumn, ImportView } from './import-view';

export interface ImportColumnsProps {
  readonly view: Extract<ImportView, { kind: 'ready' }>;
  readonly onColumn: (index: number, target: ColumnTarget) => void;
  readonly onStart: () => void;
  readonly onReset: () => void;
}

const FIELDS = ['email', 'name', 'firstName', 'lastName', 'company', 'zone'] as const;

/** What each column of the file is, as guessed from its header, to be put right before it is taken. */
export function ImportColumns({ view, onColumn, onStart, onReset }: ImportColumnsProps) {
  const hasAddress = view.columns.some(({ target }) => target === 'email');
  return (
    <>
      <p class="so-import-file">
        <strong>
          <ForeignText text={view.file} />
        </strong>
        <span class="so-quiet so-number">{t('import.rows', [String(view.total)])}</span>
      </p>
      <div class="so-table-box">
        <table class="so-table so-table-columns">
          <caption class="so-quiet">{t('import.columns')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('import.column')}</th>
              <th scope="col">{t('import.becomes')}</th>
              <th scope="col">{t('import.examples')}</th>
            </tr>
          </thead>
          <tbody>
            {view.columns.map((column, index) => (
              <Column
                // Headers may repeat; the place in the file does not.
                key={`${index}/${column.header}`}
                column={column}
                onTarget={(target) => onColumn(index, target)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <div class="so-save">
        <Button
          variant="primary"
          disabledReason={hasAddress ? undefined : t('import.needsEmail')}
          onClick={onStart}
        >
          {t('import.start', [String(view.total)])}
        </Button>
        <Button variant="ghost" onClick={onReset}>
          {t('import.other')}
        </Button>
        {!hasAddress && <p class="so-field-error">{t('import.needsEmail')}</p>}
      </div>
    </>
  );
}

function Column({
  column,
  onTarget,
}: {
  readonly column: ImportColumn;
  readonly onTarget: (target: ColumnTarget) => void;
}) {
  const name = column.header === '' ? t('import.unnamed') : column.header;
  const targets: readonly { value: ColumnTarget; label: string }[] = [
    { value: 'skip', label: t('import.target.skip') },
    ...FIELDS.map((value) => ({ value, label: t(`import.target.${value}`) })),
    { value: `property:${column.property}`, label: t('import.target.property', [column.property]) },
  ];
  return (
    <tr data-skipped={column.target === 'skip' || undefined}>
      <th scope="row">
        <ForeignText text={name} />
      </th>
      <td>
        <span class="so-select">
          <select
            class="so-input"
            aria-label={t('import.becomesWhat', [name])}
            value={column.target}
            onChange={({ currentTarget }) => {
              const chosen = targets[currentTarget.selectedIndex];
              if (chosen) onTarget(chosen.value);
            }}
          >
            {targets.map(({ value, label }) => (
              <option key={value} value={value} selected={value === column.target}>
                {label}
              </option>
            ))}
          </select>
          <Icon name="chevron" />
        </span>
      </td>
      <td class="so-quiet">
        {column.examples.length === 0 ? (
          t('import.noValues')
        ) : (
          <ForeignText text={column.examples.join(' · ')} />
        )}
      </td>
    </tr>
  );
}
