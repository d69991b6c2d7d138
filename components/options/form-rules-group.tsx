import { Button } from '@/components/ui/button';
import { ForeignText } from '@/components/ui/foreign-text';
import { TextField } from '@/components/ui/text-field';
import type { FormRule } from '@/lib/domain/workflow/form-rule';
import { t } from '@/lib/i18n/t';

/** A rule as it is typed. */
export interface TypedFormRule {
  readonly form: string;
  readonly from: string;
  readonly subjectContains: string;
}

export interface FormRuleErrors {
  readonly form?: string;
  readonly from?: string;
}

export interface FormRulesGroupProps {
  readonly rules: readonly FormRule[];
  readonly typed: TypedFormRule;
  readonly errors: FormRuleErrors;
  readonly onType: (change: Partial<TypedFormRule>) => void;
  readonly onAdd: () => void;
  readonly onRemove: (index: number) => void;
}

/** Which mail tells that somebody has filled in a form, for workflows that wait for one. */
export function FormRulesGroup(props: FormRulesGroupProps) {
  const { rules, typed, errors, onType, onAdd } = props;
  return (
    <section class="so-group" aria-labelledby="so-form-rules">
      <h3 id="so-form-rules">{t('formRules.title')}</h3>
      <p class="so-quiet">{t('formRules.intro')}</p>
      {rules.length > 0 && (
        <ul class="so-list" aria-label={t('formRules.title')}>
          {rules.map((rule, index) => (
            // Rules may repeat; their place in the list does not.
            <Rule
              key={`${index}/${rule.form}`}
              rule={rule}
              onRemove={() => props.onRemove(index)}
            />
          ))}
        </ul>
      )}
      <form
        class="so-card so-form"
        onSubmit={(event) => {
          event.preventDefault();
          onAdd();
        }}
      >
        <TextField
          label={t('formRules.form')}
          hint={t('formRules.formHint')}
          value={typed.form}
          error={errors.form}
          maxLength={200}
          onInput={(form) => onType({ form })}
        />
        <TextField
          label={t('formRules.from')}
          hint={t('formRules.fromHint')}
          value={typed.from}
          error={errors.from}
          maxLength={320}
          onInput={(from) => onType({ from })}
        />
        <TextField
          label={t('formRules.subject')}
          hint={t('formRules.subjectHint')}
          value={typed.subjectContains}
          maxLength={200}
          onInput={(subjectContains) => onType({ subjectContains })}
        />
        <Button icon="plus" onClick={onAdd}>
          {t('formRules.add')}
        </Button>
      </form>
    </section>
  );
}

function Rule({ rule, onRemove }: { readonly rule: FormRule; readonly onRemove: () => void }) {
  const { form, from, subjectContains } = rule;
  const subject =
    subjectContains === ''
      ? t('formRules.anySubject')
      : t('formRules.withSubject', [subjectContains]);
  return (
    <li class="so-row">
      <span class="so-row-name">
        <strong>
          <ForeignText text={form} />
        </strong>
        <span class="so-quiet">
          <ForeignText text={`${from} · ${subject}`} />
        </span>
      </span>
      <div class="so-row-actions">
        <Button
          size="s"
          variant="ghost"
          label={t('formRules.removeWhat', [form])}
          onClick={onRemove}
        >
          {t('formRules.remove')}
        </Button>
      </div>
    </li>
  );
}
