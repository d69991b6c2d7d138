import { whereWords } from '@/components/options/workflow/where-words';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { FileProblem } from '@/lib/domain/workflow/file-problem';
import { t } from '@/lib/i18n/t';

export interface FileProblemsProps {
  readonly name: string;
  readonly problems: readonly FileProblem[];
  readonly onDismiss: () => void;
}

/** Why a workflow file was not taken: everything that is wrong with it, each with its place. */
export function FileProblems({ name, problems, onDismiss }: FileProblemsProps) {
  return (
    <Notice
      tone="bad"
      announce
      title={t('workflows.file.refused', [name])}
      actions={
        <Button size="s" onClick={onDismiss}>
          {t('ui.close')}
        </Button>
      }
    >
      <p>{t('workflows.file.nothing')}</p>
      <ul class="so-places">
        {problems.map(({ place, reason, params }) => (
          <li key={`${place}/${reason}`}>
            {place !== '' && (
              <span class="so-place" title={place}>
                {whereWords(place) || place}
              </span>
            )}
            <span>{sentenceOf({ reason, params })}</span>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function sentenceOf({ reason, params }: Pick<FileProblem, 'reason' | 'params'>): string {
  const text = (name: string) => String(params[name] ?? '');
  switch (reason) {
    case 'notJson':
    case 'notAWorkflow':
      return t(`workflows.file.${reason}`);
    case 'newerVersion':
      return t('workflows.file.newerVersion', [text('version')]);
    case 'tooManyFilters':
      return t('workflows.file.tooManyFilters', [text('limit')]);
    case 'badValue':
      if (params['limit'] !== undefined) return t('workflows.file.tooDeep', [text('limit')]);
      return badValue(text('value'));
    case 'unknownOperator':
    case 'unknownAction':
    case 'badZone':
      return t(`workflows.file.${reason}`, [text('value')]);
  }
}

/** Of a list or a part only that it is one is told. */
function badValue(value: string): string {
  if (value === '') return t('workflows.file.missing');
  return /^(\{…\}|\[…\])$/.test(value)
    ? t('workflows.file.wrong')
    : t('workflows.file.badValue', [value]);
}
