import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { t } from '@/lib/i18n/t';

export interface EmailEditorProps {
  readonly email: { readonly subject: string; readonly body: string };
  readonly isEdited: boolean;
  readonly onEdit: (change: { readonly subject?: string; readonly body?: string }) => void;
  readonly onReset: () => void;
}

/** The first email as it will leave, open for this one contact. */
export function EmailEditor({ email, isEdited, onEdit, onReset }: EmailEditorProps) {
  return (
    <section class="so-email" aria-label={t('overlay.firstEmail')}>
      <TextField
        label={t('overlay.subject')}
        value={email.subject}
        maxLength={998}
        onInput={(subject) => onEdit({ subject })}
      />
      <TextField
        label={t('overlay.body')}
        value={email.body}
        rows={7}
        maxLength={100_000}
        onInput={(body) => onEdit({ body })}
      />
      {isEdited && (
        <p class="so-email-edited">
          <span>{t('overlay.edited')}</span>
          <Button size="s" variant="link" onClick={onReset}>
            {t('overlay.resetEmail')}
          </Button>
        </p>
      )}
    </section>
  );
}
