import { Button } from '@/components/ui/button';
import { Icon } from '@/components/ui/icon';
import { TONE_ICON } from '@/components/ui/tone-icon';
import { t } from '@/lib/i18n/t';
import { whereWords } from './where-words';

/** One thing to look at, and where it stands. */
export interface LintLine {
  readonly kind: 'missing' | 'errorSave' | 'errorSwitch' | 'warnings';
  readonly place: string;
  readonly text: string;
}

export interface LintPanelProps {
  readonly lines: readonly LintLine[];
  /** Takes the focus to where a line is about. */
  readonly onShow: (place: string) => void;
}

const KINDS = ['missing', 'errorSave', 'errorSwitch', 'warnings'] as const;
const TONES = {
  missing: 'accent',
  errorSave: 'bad',
  errorSwitch: 'bad',
  warnings: 'warn',
} as const;

/** What stands against saving or switching on, as it is typed; each line leads to its place. */
export function LintPanel({ lines, onShow }: LintPanelProps) {
  return (
    <section class="so-card so-lint" aria-labelledby="so-lint">
      <h3 id="so-lint">{t('workflow.lint.title')}</h3>
      {lines.length === 0 && (
        <p class="so-lint-fine" data-tone="good">
          <Icon name="check" />
          {t('workflow.lint.fine')}
        </p>
      )}
      {KINDS.map((kind) => {
        const own = lines.filter((line) => line.kind === kind);
        if (own.length === 0) return null;
        return (
          <div key={kind} class="so-lint-part" data-tone={TONES[kind]}>
            <h4>
              <Icon name={TONE_ICON[TONES[kind]]} />
              {t(`workflow.lint.${kind}`)}
            </h4>
            <ul>
              {own.map(({ place, text }) => (
                <li key={`${place}/${text}`}>
                  <Line place={place} text={text} onShow={onShow} />
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {lines.some(({ kind }) => kind === 'missing') && (
        <p class="so-quiet">{t('workflow.lint.later')}</p>
      )}
    </section>
  );
}

function Line({ place, text, onShow }: Omit<LintLine, 'kind'> & Pick<LintPanelProps, 'onShow'>) {
  const where = whereWords(place);
  if (where === '') return <span>{text}</span>;
  return (
    <Button variant="link" size="s" onClick={() => onShow(place)}>
      <strong>{where}</strong> {text}
    </Button>
  );
}
