import { useLayoutEffect, useRef } from 'preact/hooks';
import { ControlChip } from '@/components/overlay/control-chip';
import { NobodyPanel } from '@/components/overlay/nobody-panel';
import { Announcer, ToastStack } from '@/components/overlay/toast-stack';
import { TopLayer } from '@/components/overlay/top-layer';
import { EnrollPopover } from './enroll-popover';
import { personKey } from './person-key';
import type { ViewDeps } from './view-deps';

/** The overlay: the control, the popover and the toasts, drawn from the model. */
export function OverlayView(deps: ViewDeps) {
  const { model, placement, anchor } = deps;
  const { isOpen, opener } = useFocusReturn(deps);
  const toasts = model.toasts.shown.value;
  const panel = model.panel.value;
  return (
    <>
      {deps.isControlShown.value && <Control {...deps} isOpen={isOpen} opener={opener} />}
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
            onUndo={(id, event) => event.isTrusted && void model.undo(id)}
            onDismiss={model.toasts.dismiss}
          />
        </TopLayer>
      )}
      <Announcer toasts={toasts} />
    </>
  );
}

interface ControlProps extends ViewDeps {
  readonly isOpen: boolean;
  readonly opener: { current: HTMLButtonElement | null };
}

function Control({ model, now, anchor, life, isOpen, opener, ...deps }: ControlProps) {
  const people = model.people.value ?? [];
  const person = model.person.value;
  return (
    <div class="so-anchor" ref={anchor.setControl}>
      <ControlChip
        state={model.chip.value}
        now={now.value}
        isOpen={isOpen}
        openerRef={opener}
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
        onUnenroll={(id, event) => event.isTrusted && void model.unenroll(id)}
        onRetry={model.refresh}
        onRefreshPage={deps.refreshPage}
        onDismiss={() => life.abort()}
      />
    </div>
  );
}

/** Opening takes the focus into the popover; closing gives it back to the control. */
function useFocusReturn({ model }: ViewDeps) {
  const isOpen = model.panel.value.kind !== 'closed';
  const opener = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    if (wasOpen.current && !isOpen) opener.current?.focus({ preventScroll: true });
    wasOpen.current = isOpen;
  }, [isOpen]);
  return { isOpen, opener };
}
