import { useId } from 'preact/hooks';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { ForeignText } from '@/components/ui/foreign-text';
import { t } from '@/lib/i18n/t';
import type { SiteLine } from './site-line';

export interface SiteRowProps {
  readonly site: SiteLine;
  readonly picked: boolean;
  readonly onToggle: () => void;
  readonly onSwitchOnAgain: () => void;
  readonly onRemove: () => void;
}

/** One site: off with a tick to choose it, on with a button to remove it, or taken back. */
export function SiteRow({ site, picked, onToggle, onSwitchOnAgain, onRemove }: SiteRowProps) {
  const remove = site.removable && (
    <Button
      size="s"
      variant="ghost"
      label={t('options.sites.removeWho', [site.name])}
      onClick={onRemove}
    >
      {t('options.sites.remove')}
    </Button>
  );
  if (site.state === 'off') return <OffRow site={site} picked={picked} onToggle={onToggle} />;
  if (site.state === 'on') {
    return (
      <li class="so-row">
        <SiteName site={site} />
        <Badge tone="good" icon="check">
          {t('options.sites.isOn')}
        </Badge>
        <div class="so-row-actions">{remove}</div>
      </li>
    );
  }
  return (
    <li class="so-row" data-tone="warn">
      <SiteName site={site} />
      <Badge tone="warn" icon="warn">
        {t('options.sites.isTakenBack')}
      </Badge>
      <p class="so-row-note">{t('options.sites.takenBack', [site.name])}</p>
      <div class="so-row-actions">
        <Button size="s" onClick={onSwitchOnAgain}>
          {t('options.sites.switchOnAgain')}
        </Button>
        {remove}
      </div>
    </li>
  );
}

function OffRow({ site, picked, onToggle }: Pick<SiteRowProps, 'site' | 'picked' | 'onToggle'>) {
  const id = useId();
  return (
    <li class="so-row so-row-pick">
      <input type="checkbox" id={id} checked={picked} onChange={onToggle} />
      <label htmlFor={id}>
        <SiteName site={site} />
      </label>
      <Badge>{t('options.sites.isOff')}</Badge>
    </li>
  );
}

function SiteName({ site }: { readonly site: SiteLine }) {
  return (
    <span class="so-row-name">
      <strong>
        <ForeignText text={site.name} />
      </strong>
      {site.hosts.join() !== site.name && (
        <span class="so-quiet">
          <ForeignText text={site.hosts.join(', ')} />
        </span>
      )}
    </span>
  );
}
