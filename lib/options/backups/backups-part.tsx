import { BackupsSection } from '@/components/options/backups/backups-section';
import type { PartProps } from '@/lib/options/part-props';

/** Hands the backups to their section. */
export function BackupsPart({ model }: PartProps) {
  const { backups } = model;
  return (
    <BackupsSection
      takesFocus={model.where.wentThere.value}
      loss={model.loss.value}
      files={backups.files.value}
      work={backups.work.value}
      now={model.now.value}
      onCreate={() => void backups.create()}
      onRestore={(name) => void backups.restore(name)}
      onSave={(name) => void backups.save(name)}
      onFile={(file) => void backups.bring(file)}
      onDismiss={() => void backups.dismissLoss()}
    />
  );
}
