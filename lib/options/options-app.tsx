import { FormRulesGroup } from '@/components/options/form-rules-group';
import { LeaveDialog } from '@/components/options/leave-dialog';
import { OptionsFrame } from '@/components/options/options-frame';
import { SettingsSection } from '@/components/options/settings-section';
import { SitesSection } from '@/components/options/sites-section';
import { StartSteps } from '@/components/options/start-steps';
import type { ZoneChoice } from '@/components/options/zone-choice';
import { BackupsPart } from './backups/backups-part';
import { CalendarPart } from './calendar-part';
import { EnrollmentsPart } from './enrollments-part';
import { ImportPart } from './import/import-part';
import { MailboxPart } from './mailbox-part';
import type { OptionsModel } from './model';
import type { PartProps } from './part-props';
import { SequencesPart } from './sequences-part';
import { SuppressionPart } from './suppression-part';
import { TasksPart } from './tasks/tasks-part';
import { SwitchOnPart } from './workflow-list/switch-on-part';
import { WorkflowsPart } from './workflows-part';

export interface OptionsAppProps {
  readonly model: OptionsModel;
  readonly zones: readonly ZoneChoice[];
  readonly redirectUrl: string;
}

/** Hands the model's signals to the sections as plain values. */
export function OptionsApp(props: OptionsAppProps) {
  const { model } = props;
  const { where, notes, sequences, workflow } = model;
  const place = where.place.value;
  return (
    <OptionsFrame
      section={place?.section}
      wide={place?.item !== undefined}
      note={notes.note.value}
      undo={notes.undo.value}
      onUndo={() => void notes.takeBack()}
      onDismiss={notes.dismiss}
    >
      <Start model={model} />
      <Current {...props} />
      <SwitchOnPart model={model} />
      {where.leavingFor.value && (
        <LeaveDialog
          onStay={where.stay}
          onLeave={() => {
            if (place?.section === 'workflows') workflow.forget();
            else sequences.form.forget();
            where.leave();
          }}
        />
      )}
    </OptionsFrame>
  );
}

function Current(props: OptionsAppProps) {
  const { model } = props;
  switch (model.where.place.value?.section) {
    case 'sequences':
      return <SequencesPart model={model} />;
    case 'workflows':
      return <WorkflowsPart {...props} />;
    case 'enrollments':
      return <EnrollmentsPart model={model} />;
    case 'tasks':
      return <TasksPart model={model} />;
    case 'contacts':
      return <ImportPart model={model} />;
    case 'mailbox':
      return <MailboxPart {...props} />;
    case 'suppression':
      return <SuppressionPart model={model} />;
    case 'calendar':
      return <CalendarPart model={model} />;
    case 'sites':
      return <SitesPart model={model} />;
    case 'settings':
      return <SettingsPart model={model} />;
    case 'backups':
      return <BackupsPart model={model} />;
    case undefined:
      return null;
  }
}

/** Stays until somebody was enrolled once: from then on the rep knows the way. */
function Start({ model }: PartProps) {
  const senders = model.senders.value;
  const rows = model.enrollments.rows.value;
  if (senders === undefined || rows === undefined || rows.length > 0) return null;
  // Whoever writes a sequence has found the way as well.
  if (model.where.place.value?.item !== undefined) return null;
  const hasSites = model.sites.lines.value.some((line) => line.state === 'on');
  return <StartSteps hasSites={hasSites} hasMailbox={senders.length > 0} />;
}

function SitesPart({ model }: PartProps) {
  const { sites } = model;
  return (
    <SitesSection
      takesFocus={model.where.wentThere.value}
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

function SettingsPart({ model }: PartProps) {
  const { settings, save, forms } = model.preferences;
  const { undoSeconds, coolOffDays, coldLeadDays, teams, formRules } = settings.value;
  return (
    <SettingsSection
      takesFocus={model.where.wentThere.value}
      undoSeconds={undoSeconds}
      coolOffDays={coolOffDays}
      coldLeadDays={coldLeadDays}
      teams={teams}
      onChange={(change) => void save(change)}
    >
      <FormRulesGroup
        rules={formRules}
        typed={forms.typed.value}
        errors={forms.errors.value}
        onType={forms.type}
        onAdd={() => void forms.add()}
        onRemove={(index) => void forms.remove(index)}
      />
    </SettingsSection>
  );
}
