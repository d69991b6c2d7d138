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
  const focus = useFocusReturn(deps);
  const { isOpen } = focus;
  const toasts = model.toasts.shown.value;
  const panel = model.panel.value;
  return (
    <>
      {deps.isControlShown.value && <Control {...deps} focus={focus} />}
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
  readonly focus: ReturnType<typeof useFocusReturn>;
}

function Control({ model, now, anchor, life, focus, ...deps }: ControlProps) {
  const people = model.people.value ?? [];
  const person = model.person.value;
  return (
    <div class="so-anchor" ref={anchor.setControl}>
      <ControlChip
        state={model.chip.value}
        now={now.value}
        isOpen={focus.isOpen}
        openerRef={focus.opener}
        chipRef={focus.chip}
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
        onOpen={() => (focus.isOpen ? model.close() : model.open())}
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
  const chip = useRef<HTMLFieldSetElement>(null);
  const wasOpen = useRef(false);
  useLayoutEffect(() => {
    // Somebody who went on in the page meanwhile is not called back.
    const isLost = document.activeElement === document.body;
    if (wasOpen.current && !isOpen && isLost) {
      (opener.current ?? chip.current)?.focus({ preventScroll: true });
    }
    wasOpen.current = isOpen;
  }, [isOpen]);
  return { isOpen, opener, chip };
}
