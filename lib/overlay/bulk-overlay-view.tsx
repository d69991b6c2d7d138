import { BulkBar } from '@/components/overlay/bulk-bar';
import { TopLayer } from '@/components/overlay/top-layer';
import { BulkPopover } from './bulk-popover';
import { useFocusReturn } from './use-focus-return';
import type { ViewDeps } from './view-deps';

/** What stands on the page for everybody who is ticked there: a bar, and its popover. */
export function BulkOverlayView(deps: ViewDeps) {
  const { bulk, placement, anchor } = deps;
  const isOpen = bulk.isOpen.value;
  const { opener } = useFocusReturn(isOpen);
  if (!bulk.isNeeded.value) return null;
  const ticked = bulk.selection.value.people.length;
  return (
    <>
      <div class="so-bulk-anchor" ref={anchor.setControl}>
        <BulkBar
          selected={ticked || bulk.form.value.view.value.chosen}
          isTicked={ticked > 0}
          run={bulk.run.progress.value}
          isOpen={isOpen}
          openerRef={opener}
          onOpen={() => (isOpen ? bulk.close() : bulk.open())}
          onDismiss={bulk.dismiss}
        />
      </div>
      {isOpen && (
        <TopLayer
          class="so-popover so-popover-wide"
          placement={placement.value}
          onElement={anchor.setPopover}
        >
          <BulkPopover {...deps} />
        </TopLayer>
      )}
    </>
  );
}
