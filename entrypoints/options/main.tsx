import { render } from 'preact';
import { browser } from 'wxt/browser';
import '@/components/options/options.css';
import { t } from '@/lib/i18n/t';
import { createOptionsModel } from '@/lib/options/model';
import { OptionsApp } from '@/lib/options/options-app';
import { refreshCalendars } from '@/lib/options/refresh-calendars';
import { createRoute } from '@/lib/options/route';
import { createStoreReader } from '@/lib/options/store-reader';
import { machineZone, zoneChoices } from '@/lib/options/zone-choices';
import { onChange } from '@/lib/platform/changes';
import { createNotifyPermission } from '@/lib/platform/notify-permission';
import { onProgress } from '@/lib/platform/progress';
import { saveBlob, saveText } from '@/lib/platform/save-text';
import { createSitePermissions } from '@/lib/platform/site-permissions';
import { createTabMemory } from '@/lib/platform/tab-memory';
import { rpc } from '@/lib/rpc/client';
import { createChosenSites } from '@/lib/settings/chosen-sites';
import { DEFAULT_SETTINGS, readSettings } from '@/lib/settings/settings';
import { KNOWN_SITES } from '@/lib/sites/known-sites';
import { createPrivateShelf } from '@/lib/store/backup/backup-shelf';
import { openDatabase } from '@/lib/store/database';
import { browserHome } from '@/lib/store/home/second-home';
import { createWholeConnection } from '@/lib/store/home/whole-connection';
import { systemClock } from '@/lib/time/clock';

const closed = new AbortController();
const connection = createWholeConnection(openDatabase, {
  home: browserHome,
  catchUp: () => rpc['contact.status']({ people: [] }),
});
const reader = createStoreReader(connection, systemClock);
const zone = machineZone();
const model = createOptionsModel({
  rpc,
  shelf: createPrivateShelf(),
  onProgress,
  saveBlob,
  ...reader,
  readSettings,
  refreshHolidays: (progress, signal) =>
    refreshCalendars(
      {
        rpc,
        readHorizon: reader.readHorizon,
        clock: systemClock,
        locks: navigator.locks,
        language: t('when.language'),
        breathe: () => new Promise((resolve) => setTimeout(resolve)),
        progress,
      },
      signal,
    ),
  defaults: DEFAULT_SETTINGS,
  knownSites: KNOWN_SITES,
  permissions: createSitePermissions(),
  notify: createNotifyPermission(),
  chosenSites: createChosenSites(),
  memory: createTabMemory(),
  newKey: () => crypto.randomUUID(),
  zone,
  route: createRoute(),
  onChange,
  download: saveText,
  copy: (text) => navigator.clipboard.writeText(text),
  clock: systemClock,
});

document.documentElement.lang = t('when.language');
document.title = t('options.title');
window.addEventListener('pagehide', () => closed.abort(), { once: true });
void model.start(closed.signal);

const root = document.getElementById('app');
if (root) {
  const redirectUrl = browser.identity.getRedirectURL();
  render(
    <OptionsApp
      model={model}
      zones={zoneChoices(zone, systemClock.now())}
      redirectUrl={redirectUrl}
    />,
    root,
  );
}
