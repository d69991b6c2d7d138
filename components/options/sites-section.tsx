import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { t } from '@/lib/i18n/t';
import { Section } from './section';
import type { SiteLine } from './site-line';
import { SiteRow } from './site-row';

export interface SitesSectionProps {
  readonly takesFocus: boolean;
  readonly lines: readonly SiteLine[];
  readonly everywhere: boolean;
  readonly picked: readonly string[];
  readonly address: string;
  readonly error: string | undefined;
  readonly onToggle: (id: string) => void;
  readonly onType: (address: string) => void;
  readonly onSwitchOn: () => void;
  readonly onSwitchOnAgain: (site: SiteLine) => void;
  readonly onRemove: (site: SiteLine) => void;
}

/** "Where do you work?" Ticks and one button; the browser asks once for just those. */
export function SitesSection(props: SitesSectionProps) {
  const { lines, everywhere, picked, address, error, takesFocus } = props;
  return (
    <Section
      title={t('options.sites.title')}
      intro={t('options.sites.intro')}
      takesFocus={takesFocus}
    >
      {everywhere && <Notice tone="neutral">{t('options.sites.everywhere')}</Notice>}
      <div class="so-card so-sites">
        <ul aria-label={t('options.sites.list')}>
          {lines.map((site) => (
            <SiteRow
              key={site.id}
              site={site}
              picked={picked.includes(site.id)}
              onToggle={() => props.onToggle(site.id)}
              onSwitchOnAgain={() => props.onSwitchOnAgain(site)}
              onRemove={() => props.onRemove(site)}
            />
          ))}
        </ul>
        {!everywhere && (
          <form
            class="so-form"
            onSubmit={(event) => {
              event.preventDefault();
              props.onSwitchOn();
            }}
          >
            <TextField
              label={t('options.sites.other')}
              hint={t('options.sites.otherHint')}
              error={error}
              value={address}
              onInput={props.onType}
              maxLength={2_000}
            />
            <Button variant="primary" onClick={props.onSwitchOn}>
              {t('options.sites.switchOn')}
            </Button>
            <input type="submit" hidden />
          </form>
        )}
      </div>
    </Section>
  );
}
