import { EnrollmentsSection } from '@/components/options/enrollments-section';
import { ContactRuns } from '@/components/options/workflow-list/contact-runs';
import type { PartProps } from './part-props';

/** Hands the enrollments and what is done to many of them to their section. */
export function EnrollmentsPart({ model }: PartProps) {
  const { enrollments, bulk, workflows } = model;
  const { selection } = enrollments;
  return (
    <EnrollmentsSection
      takesFocus={model.where.wentThere.value}
      rows={enrollments.rows.value}
      shown={enrollments.shown.value}
      failed={enrollments.failed.value}
      hasMore={enrollments.hasMore.value}
      filter={enrollments.filter.value}
      busy={enrollments.busy.value}
      picked={selection.ids.value}
      bulk={{
        all: selection.all.value,
        view: bulk.view.value,
        onToggleAll: selection.toggleAll,
        onChange: (action) => {
          void bulk.change(action, [...selection.ids.peek()]);
          selection.clear();
        },
        onCancel: () => void bulk.cancel(),
        onUndo: () => void bulk.undo(),
        onDismiss: bulk.dismiss,
      }}
      history={enrollments.history.value}
      historyMore={<Runs model={model} />}
      now={model.now.value}
      onFilter={enrollments.narrow}
      onMore={() => void enrollments.more()}
      onPick={selection.toggle}
      onAction={(row, action) => void enrollments.act(row, action)}
      onHistory={(id) => {
        void enrollments.toggleHistory(id);
        const row = enrollments.shown.peek().find(({ enrollmentId }) => enrollmentId === id);
        void workflows.contactRuns.open(enrollments.history.peek() && row?.contactId);
      }}
      onRetry={() => void model.refresh()}
    />
  );
}

/** The workflows of the contact whose history is open. */
function Runs({ model }: PartProps) {
  const { contactRuns } = model.workflows;
  const runs = contactRuns.runs.value ?? [];
  return (
    <ContactRuns
      runs={runs}
      contactName={runs[0]?.contactName ?? ''}
      leaving={contactRuns.leaving.value}
      now={model.now.value}
      zone={model.zone}
      onAskToLeave={contactRuns.askToLeave}
      onLeave={(run) => void contactRuns.leave(run)}
    />
  );
}
