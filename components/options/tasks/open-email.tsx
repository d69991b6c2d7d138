import { Icon } from '@/components/ui/icon';
import { t } from '@/lib/i18n/t';
import type { OpensEmail } from './task-line';

export interface OpenEmailProps {
  readonly email: OpensEmail;
  readonly label: string;
  readonly children: string;
  readonly onCopy: (text: string) => void;
}

/** The way to a compose window; a text that does not fit into it is copied on the way. */
export function OpenEmail({ email, label, children, onCopy }: OpenEmailProps) {
  const { url, paste, body } = email;
  return (
    <span class="so-open-email">
      <a
        class="so-button"
        data-variant="secondary"
        data-size="s"
        href={url}
        target="_blank"
        rel="noreferrer"
        aria-label={label}
        onClick={() => paste && onCopy(body)}
      >
        <Icon name="mail" />
        {children}
      </a>
      {paste && <span class="so-field-hint">{t('tasks.pasteHint')}</span>}
    </span>
  );
}
