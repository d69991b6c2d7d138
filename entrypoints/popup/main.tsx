import { render } from 'preact';
import '@/components/popup/popup.css';
import { t } from '@/lib/i18n/t';
import { createActiveTab } from '@/lib/platform/active-tab';
import { onChange } from '@/lib/platform/changes';
import { createSitePermissions } from '@/lib/platform/site-permissions';
import { createPopupModel } from '@/lib/popup/model';
import { PopupApp } from '@/lib/popup/popup-app';
import { rpc } from '@/lib/rpc/client';
import { browserHome } from '@/lib/store/home/second-home';
import { createWholeConnection } from '@/lib/store/home/whole-connection';
import { openCurrent } from '@/lib/store/open-current';
import { readOverview } from '@/lib/store/overview';
import { systemClock } from '@/lib/time/clock';

const closed = new AbortController();
// The worker knows how to bring the database up to date; any question makes it do so.
const catchUp = () => rpc['contact.status']({ people: [] });
const connection = createWholeConnection((options) => openCurrent({ ...options, catchUp }), {
  home: browserHome,
  catchUp,
});
const model = createPopupModel({
  readOverview: async () => readOverview(await connection.get(), systemClock.now()),
  rpc,
  tab: createActiveTab(),
  permissions: createSitePermissions(),
  onChange,
  clock: systemClock,
  close: () => window.close(),
});

document.documentElement.lang = t('when.language');
document.title = t('popup.title');
window.addEventListener('pagehide', () => closed.abort(), { once: true });
void model.start(closed.signal);

const root = document.getElementById('app');
if (root) render(<PopupApp model={model} />, root);
