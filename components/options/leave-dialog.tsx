import { Button } from '@/components/ui/button';
import { useModal } from '@/components/ui/use-modal';
import { t } from '@/lib/i18n/t';

export interface LeaveDialogProps {
  readonly onStay: () => void;
  readonly onLeave: () => void;
}

/** The rep goes elsewhere although something is not saved. Escape stays. */
export function LeaveDialog({ onStay, onLeave }: LeaveDialogProps) {
  const dialog = useModal();
  return (
    <dialog
      class="so-dialog"
      ref={dialog}
      aria-labelledby="so-leave"
      onCancel={(event) => {
        event.preventDefault();
        onStay();
      }}
    >
      <h2 id="so-leave">{t('sequenceForm.leave.title')}</h2>
      <p>{t('sequenceForm.leave.body')}</p>
      <div class="so-row-actions">
        <Button variant="primary" onClick={onStay}>
          {t('sequenceForm.leave.stay')}
        </Button>
        <Button variant="danger" onClick={onLeave}>
          {t('sequenceForm.leave.go')}
        </Button>
      </div>
    </dialog>
  );
}
