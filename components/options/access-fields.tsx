import { ChipsField } from '@/components/ui/chips-field';
import { SelectField } from '@/components/ui/select-field';
import { t } from '@/lib/i18n/t';
import type { BehaviorFieldsProps } from './behavior-fields';
import { problemAt } from './problem-sentence';

/** Who may enroll into it. Unenrolling is everybody's right. */
export function AccessFields({ draft, problems, onChange }: BehaviorFieldsProps) {
  return (
    <section class="so-group" aria-labelledby="so-access">
      <h3 id="so-access">{t('sequenceForm.access.title')}</h3>
      <div class="so-card so-form">
        <SelectField
          label={t('sequenceForm.access.label')}
          value={draft.access}
          options={(['private', 'everyone', 'specific'] as const).map((value) => ({
            value,
            label: t(`sequenceForm.access.${value}`),
          }))}
          hint={t('sequenceForm.access.hint')}
          onSelect={(access) => onChange({ access })}
        />
        {draft.access === 'specific' && (
          <>
            <div data-place="users" class="so-field">
              <ChipsField
                label={t('sequenceForm.access.users')}
                hint={t('sequenceForm.access.usersHint')}
                values={draft.users}
                // Users are compared in lower case.
                clean={(entry) => entry.toLowerCase()}
                error={problemAt(problems, 'users')}
                onChange={(users) => onChange({ users })}
              />
            </div>
            <div data-place="teams" class="so-field">
              <ChipsField
                label={t('sequenceForm.access.teams')}
                hint={t('sequenceForm.access.teamsHint')}
                values={draft.teams}
                error={problemAt(problems, 'teams')}
                onChange={(teams) => onChange({ teams })}
              />
            </div>
          </>
        )}
      </div>
    </section>
  );
}
