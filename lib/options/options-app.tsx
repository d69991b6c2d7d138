import { EnrollmentsSection } from '@/components/options/enrollments-section';
import { OptionsFrame } from '@/components/options/options-frame';
import { SettingsSection } from '@/components/options/settings-section';
import { SitesSection } from '@/components/options/sites-section';
import { StartSteps } from '@/components/options/start-steps';
import type { Zone } from '@/lib/time/zone';
import { MailboxPart } from './mailbox-part';
import type { OptionsModel } from './model';

export interface OptionsAppProps {
  readonly model: OptionsModel;
  readonly zones: readonly Zone[];
  readonly redirectUrl: string;
}

/** Hands the model's signals to the sections as plain values. */
export function OptionsApp({ model, zones, redirectUrl }: OptionsAppProps) {
  const section = model.section.value;
  return (
    <OptionsFrame section={section} note={model.note.value} onDismiss={model.dismiss}>
      <Start model={model} />
      {section === 'sites' && <SitesPart model={model} />}
      {section === 'mailbox' && (
        <MailboxPart model={model} zones={zones} redirectUrl={redirectUrl} />
      )}
      {section === 'enrollments' && <EnrollmentsPart model={model} />}
      {section === 'settings' && (
        <SettingsSection
          takesFocus={model.wentThere.value}
          undoSeconds={model.settings.value.undoSeconds}
          onUndoSeconds={(seconds) => void model.saveUndo(seconds)}
        />
      )}
    </OptionsFrame>
  );
}

interface PartProps {
  readonly model: OptionsModel;
}

/** Stays until somebody was enrolled once: from then on the rep knows the way. */
function Start({ model }: PartProps) {
  const senders = model.senders.value;
  const rows = model.enrollments.rows.value;
  if (senders === undefined || rows === undefined || rows.length > 0) return null;
  const hasSites = model.sites.lines.value.some((line) => line.state === 'on');
  return <StartSteps hasSites={hasSites} hasMailbox={senders.length > 0} />;
}

function SitesPart({ model }: PartProps) {
  const { sites } = model;
  return (
    <SitesSection
      takesFocus={model.wentThere.value}
      lines={sites.lines.value}
      everywhere={sites.everywhere.value}
      picked={sites.picked.value}
      address={sites.address.value}
      error={sites.error.value}
      onToggle={sites.toggle}
      onType={sites.type}
      onSwitchOn={() => void sites.switchOn()}
      onSwitchOnAgain={(site) => void sites.switchOnAgain(site)}
      onRemove={(site) => void sites.remove(site)}
    />
  );
}

function EnrollmentsPart({ model }: PartProps) {
  const { enrollments } = model;
  return (
    <EnrollmentsSection
      takesFocus={model.wentThere.value}
      rows={enrollments.rows.value}
      shown={enrollments.shown.value}
      failed={enrollments.failed.value}
      hasMore={enrollments.hasMore.value}
      filter={enrollments.filter.value}
      busy={enrollments.busy.value}
      now={model.now.value}
      onFilter={enrollments.narrow}
      onMore={() => void enrollments.more()}
      onUnenroll={(row) => void enrollments.unenroll(row)}
      onRetry={() => void model.refresh()}
    />
  );
}
