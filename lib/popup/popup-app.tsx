import { Popup } from '@/components/popup/popup';
import type { PopupModel } from './model';

/** Hands the model's signals to the popup as plain values. */
export function PopupApp({ model }: { readonly model: PopupModel }) {
  return (
    <Popup
      overview={model.overview.value}
      page={model.page.value}
      hasSites={model.hasSites.value}
      note={model.note.value}
      busy={model.busy.value}
      now={model.now.value}
      onEnroll={() => void model.enroll()}
      onUnenroll={(id) => void model.unenroll(id)}
      onSwitchOn={() => void model.switchOn()}
      onReload={() => void model.reload()}
      onPauseAll={(paused) => void model.pauseAll(paused)}
      onDismiss={() => void model.dismissCatchUp()}
      onRetry={() => void model.retry()}
      onOpen={(section) => void model.openOptions(section)}
    />
  );
}
