import { Badge } from '@/components/ui/badge';
import { ForeignText } from '@/components/ui/foreign-text';
import { MenuButton, type MenuItem } from '@/components/ui/menu-button';
import { useKeptFocus } from '@/components/ui/use-kept-focus';
import { pastDay } from '@/lib/i18n/past-day';
import { t } from '@/lib/i18n/t';
import type { Instant } from '@/lib/time/instant';
import { Ask } from './ask';
import type { SequenceAction, SequenceLine } from './sequence-line';

export interface SequenceRowProps {
  readonly line: SequenceLine;
  readonly now: Instant;
  readonly busy: boolean;
  /** Asked to delete and not yet sure. */
  readonly deleting: boolean;
  readonly onAction: (action: SequenceAction) => void;
  readonly onDuplicate: () => void;
  readonly onAskToDelete: (asked: boolean) => void;
}

type Choice = 'duplicate' | SequenceAction;

/** One sequence: its name leads to the form, everything else is in the menu. */
export function SequenceRow(props: SequenceRowProps) {
  const { line, now, busy, deleting, onAskToDelete } = props;
  const { area, home } = useKeptFocus<HTMLLIElement, HTMLAnchorElement>();
  const href = `#sequences/${encodeURIComponent(line.id)}`;
  const pick = (key: Choice) => {
    if (key === 'duplicate') props.onDuplicate();
    else if (key === 'delete') onAskToDelete(true);
    else props.onAction(key);
  };
  return (
    <li class="so-row so-row-sequence" ref={area}>
      <span class="so-row-name">
        <strong>
          <a href={href} ref={home}>
            <ForeignText text={line.name} />
          </a>
        </strong>
        <span class="so-quiet so-number">{factsOf(line, now)}</span>
      </span>
      <span class="so-row-badges">
        {line.paused && (
          <Badge tone="warn" icon="pause">
            {t('options.sequences.paused')}
          </Badge>
        )}
        {line.archived && <Badge>{t('options.sequences.archived')}</Badge>}
        <Badge>{t(`options.sequences.access.${line.access}`)}</Badge>
      </span>
      {!deleting && (
        <div class="so-row-actions">
          <MenuButton
            label={t('options.sequences.moreFor', [line.name])}
            busy={busy}
            items={itemsOf(line)}
            onPick={pick}
          >
            {t('options.sequences.more')}
          </MenuButton>
        </div>
      )}
      {deleting && (
        <Ask
          question={t('options.sequences.deleteAsk', [line.name, String(line.live)])}
          keep={t('options.sequences.keep')}
          go={t('options.sequences.delete')}
          onKeep={() => onAskToDelete(false)}
          onGo={() => props.onAction('delete')}
        />
      )}
    </li>
  );
}

function factsOf(line: SequenceLine, now: Instant): string {
  const { steps, live, owner, lastUsedAt } = line;
  const facts = [
    t('options.sequences.steps', [String(steps)]),
    t('options.sequences.running', [String(live)]),
    owner === undefined ? t('options.sequences.own') : t('options.sequences.owner', [owner]),
    ...(lastUsedAt === undefined
      ? []
      : [t('options.sequences.lastUsed', [pastDay(lastUsedAt, { now })])]),
  ];
  return facts.join(' · ');
}

function itemsOf({ paused, archived }: SequenceLine): readonly MenuItem<Choice>[] {
  return [
    { key: 'duplicate', label: t('options.sequences.duplicate') },
    paused
      ? { key: 'resume', label: t('options.sequences.resume') }
      : { key: 'pause', label: t('options.sequences.pause') },
    archived
      ? { key: 'restore', label: t('options.sequences.restore') }
      : { key: 'archive', label: t('options.sequences.archive') },
    { key: 'delete', label: t('options.sequences.delete'), danger: true },
  ];
}
