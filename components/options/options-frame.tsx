import type { ComponentChildren } from 'preact';
import { Toast } from '@/components/ui/toast';
import { t } from '@/lib/i18n/t';
import type { Note } from './note';

const SECTIONS = ['enrollments', 'mailbox', 'sites', 'settings'] as const;

export interface OptionsFrameProps {
  readonly section: (typeof SECTIONS)[number] | undefined;
  readonly note: Note | undefined;
  readonly onDismiss: () => void;
  readonly children: ComponentChildren;
}

/** What stands around every section: name, navigation, and what was just done. */
export function OptionsFrame({ section, note, onDismiss, children }: OptionsFrameProps) {
  return (
    <div class="so-options">
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
      <main>{children}</main>
      <div class="so-options-toast" aria-live="polite">
        {note && (
          <Toast tone={note.tone} onDismiss={onDismiss}>
            {note.text}
          </Toast>
        )}
      </div>
    </div>
  );
}
