import type { TextCount } from '@/lib/domain/sequence/text-count';
import { t } from '@/lib/i18n/t';
import { textResult } from '@/lib/i18n/text-result';
import type { DraftProblem } from './sequence-draft';
import { TemplateField } from './template-field';

/** What an email says. */
export interface WrittenText {
  readonly subject: string;
  readonly body: string;
}

export interface EmailTextProps {
  readonly text: WrittenText;
  readonly placeOf: (field: 'subject' | 'body') => string;
  readonly problems: readonly DraftProblem[];
  /** Of the body. */
  readonly rows: number;
  /** It takes the subject of the email that it follows. */
  readonly inThread?: boolean;
  /** What has become of it so far. */
  readonly result?: TextCount | undefined;
  readonly onChange: (change: { readonly subject: string } | { readonly body: string }) => void;
}

/** Subject and body of an email. */
export function EmailText(props: EmailTextProps) {
  const { text, placeOf, problems, rows, inThread = false, result, onChange } = props;
  return (
    <>
      {!inThread && (
        <TemplateField
          label={t('sequenceForm.subject')}
          place={placeOf('subject')}
          value={text.subject}
          rows={1}
          maxLength={998}
          problems={problems}
          onInput={(subject) => onChange({ subject })}
        />
      )}
      <TemplateField
        label={t('sequenceForm.body')}
        place={placeOf('body')}
        value={text.body}
        rows={rows}
        maxLength={100_000}
        problems={problems}
        onInput={(body) => onChange({ body })}
      />
      {result && <p class="so-quiet so-number">{textResult(result)}</p>}
    </>
  );
}
