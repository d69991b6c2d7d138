import { Button } from '@/components/ui/button';
import { ForeignText } from '@/components/ui/foreign-text';
import { t } from '@/lib/i18n/t';
import { OpenEmail } from './open-email';
import type { AskLine } from './task-line';

export interface AskListProps {
  readonly asks: readonly AskLine[];
  /** The key of the one that is being answered. */
  readonly answering: string | undefined;
  readonly onSent: (line: AskLine) => void;
  readonly onUnenroll: (line: AskLine) => void;
  readonly onCopy: (text: string) => void;
}

/** Emails that wait for the rep's own hand. The sequence goes on when they say that one is sent. */
export function AskList(props: AskListProps) {
  return (
    <section class="so-group" aria-labelledby="so-asks">
      <h3 id="so-asks">{t('tasks.ask.title')}</h3>
      <p class="so-quiet">{t('tasks.ask.hint')}</p>
      <ul class="so-list" aria-label={t('tasks.ask.title')}>
        {props.asks.map((line) => (
          <Ask {...props} key={line.key} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Ask({ line, answering, onSent, onUnenroll, onCopy }: AskListProps & { line: AskLine }) {
  const { contactName, to } = line;
  return (
    <li class="so-row so-row-task">
      <span class="so-row-name">
        <strong>
          <ForeignText text={line.subject} />
        </strong>
        <span class="so-quiet">
          <ForeignText text={contactName === to ? to : `${contactName} · ${to}`} />
        </span>
        <span class="so-quiet">
          <ForeignText text={t('tasks.ofSequence', [line.sequenceName])} />
        </span>
      </span>
      <div class="so-row-actions">
        <OpenEmail email={line.email} label={t('tasks.ask.openWhat', [to])} onCopy={onCopy}>
          {t('tasks.ask.open')}
        </OpenEmail>
        <Button
          size="s"
          variant="primary"
          icon="check"
          busy={answering === line.key}
          label={t('tasks.ask.sentWhat', [to])}
          onClick={() => onSent(line)}
        >
          {t('tasks.ask.sent')}
        </Button>
        <Button
          size="s"
          variant="ghost"
          label={t('tasks.ask.unenrollWho', [contactName])}
          onClick={() => onUnenroll(line)}
        >
          {t('tasks.ask.unenroll')}
        </Button>
      </div>
    </li>
  );
}
