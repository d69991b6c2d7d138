import { ControlChip } from '@/components/overlay/control-chip';
import { NobodyPanel } from '@/components/overlay/nobody-panel';
import { Announcer, ToastStack } from '@/components/overlay/toast-stack';
import { TopLayer } from '@/components/overlay/top-layer';
import { EnrollPopover } from './enroll-popover';
import { personKey } from './person-key';
import { useFocusReturn } from './use-focus-return';
import type { ViewDeps } from './view-deps';

/** The overlay: the control, the popover and the toasts, drawn from the model. */
export function OverlayView(deps: ViewDeps) {
  const { model, placement, anchor } = deps;
  const panel = model.panel.value;
  const isOpen = panel.kind !== 'closed';
  const focus = useFocusReturn(isOpen);
  const toasts = model.toasts.shown.value;
  const now = deps.now.value;
  return (
    <>
      {model.people.value !== undefined && <Control {...deps} isOpen={isOpen} focus={focus} />}
      {isOpen && (
        <TopLayer class="so-popover" placement={placement.value} onElement={anchor.setPopover}>
          {panel.kind === 'enroll' ? (
            <EnrollPopover key={panel.key} {...deps} form={panel.form} />
          ) : (
            <NobodyPanel onClose={model.close} />
          )}
        </TopLayer>
      )}
      {toasts.length > 0 && (
        <TopLayer class="so-toast-layer" placement={placement.value}>
          <ToastStack
            toasts={toasts}
            now={now}
            onUndo={(content, event) => event.isTrusted && void model.actions.undo(content)}
            onDismiss={model.toasts.dismiss}
          />
        </TopLayer>
      )}
      <Announcer toasts={toasts} now={now} />
    </>
  );
}

interface ControlProps extends ViewDeps {
  readonly isOpen: boolean;
  readonly focus: ReturnType<typeof useFocusReturn>;
}

function Control({ model, now, anchor, life, isOpen, focus, bulk, ...deps }: ControlProps) {
  const people = model.people.value ?? [];
  const person = model.person.value;
  return (
    <div class="so-anchor" ref={anchor.setControl}>
      <ControlChip
        state={model.chip.value}
        now={now.value}
        isOpen={isOpen}
        openerRef={focus.opener}
        chipRef={focus.home}
        picker={
          people.length > 1 && person
            ? {
                people: people.map((one) => ({
                  key: personKey(one),
                  name: one.name,
                  address: one.emails[0] ?? '',
                })),
                chosen: personKey(person),
                onPick: model.pick,
              }
            : undefined
        }
        onOpen={() => (isOpen ? model.close() : model.open())}
        onAct={(action, id, event) => event.isTrusted && void model.actions[action](id)}
        onEnrollAll={() => bulk.open(people)}
        onRetry={model.refresh}
        onRefreshPage={deps.refreshPage}
        onDismiss={() => life.abort()}
      />
    </div>
  );
}
