import type { ComponentChildren } from 'preact';
import { Toast } from '@/components/ui/toast';
import { t } from '@/lib/i18n/t';
import type { Note } from './note';

const SECTIONS = [
  'sequences',
  'workflows',
  'enrollments',
  'tasks',
  'contacts',
  'mailbox',
  'suppression',
  'calendar',
  'sites',
  'settings',
  'backups',
] as const;

export interface OptionsFrameProps {
  readonly section: (typeof SECTIONS)[number] | undefined;
  /** Needs the whole width of the window. */
  readonly wide?: boolean;
  readonly note: Note | undefined;
  /** Present while what the note says can be taken back. */
  readonly undo?: { readonly secondsLeft: number; readonly busy: boolean } | undefined;
  readonly onUndo?: () => void;
  readonly onDismiss: () => void;
  readonly children: ComponentChildren;
}

/** What stands around every section: name, navigation, and what was just done. */
export function OptionsFrame(props: OptionsFrameProps) {
  const { section, note, undo, onUndo = () => undefined } = props;
  return (
    <div class="so-options" data-wide={props.wide || undefined}>
      <header class="so-options-head">
        <h1>
          <img src="/icon/48.png" alt="" width={28} height={28} />
          {t('options.title')}
        </h1>
        <nav aria-label={t('options.sections')}>
          <ul>
            {SECTIONS.map((name) => (
              <li key={name}>
                <a href={`#${name}`} aria-current={name === section ? 'page' : undefined}>
                  {t(`options.nav.${name}`)}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      <main>{props.children}</main>
      <div class="so-options-toast" aria-live="polite">
        {note && (
          <Toast
            tone={note.tone}
            action={undo && { label: t('options.undo'), onClick: onUndo, ...undo }}
            onDismiss={props.onDismiss}
          >
            {note.text}
          </Toast>
        )}
      </div>
    </div>
  );
}
