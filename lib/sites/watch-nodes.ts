import { HOST_TAG } from './host-tag';

export interface NodeWatch {
  readonly document: Document;
  /** Only nodes that match this, hold it or stand inside it matter. */
  readonly watch: string;
  /** At most once per frame; not at all while the tab is hidden, then once when it is shown. */
  readonly onChange: () => void;
  /** Every batch of mutations, before it is looked at. */
  readonly onAny?: () => void;
  readonly signal: AbortSignal;
}

/** Above this many records a page is being rebuilt: one later look at it is cheaper than each. */
const BURST = 1_000;

/** Notices added and removed nodes that matter. The whole document is never scanned. */
export function watchNodes({ document, watch, onChange, onAny, signal }: NodeWatch): () => void {
  let frame: number | undefined;
  const schedule = () => {
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      if (!signal.aborted) onChange();
    });
  };

  const observer = new MutationObserver((records) => {
    onAny?.();
    if (frame !== undefined) return;
    if (records.length > BURST || records.some((record) => matters(record, watch))) schedule();
  });
  observer.observe(document, { childList: true, subtree: true });
  signal.addEventListener(
    'abort',
    () => {
      observer.disconnect();
      if (frame !== undefined) cancelAnimationFrame(frame);
    },
    { once: true },
  );
  return schedule;
}

function matters({ target, addedNodes, removedNodes }: MutationRecord, watch: string): boolean {
  let foreign = false;
  for (const node of addedNodes) {
    if (isHost(node)) continue;
    foreign = true;
    if (holds(node, watch)) return true;
  }
  for (const node of removedNodes) {
    if (lostHost(node)) return true;
    if (isHost(node)) continue;
    foreign = true;
    if (holds(node, watch)) return true;
  }
  return foreign && target instanceof Element && target.closest(watch) !== null;
}

function holds(node: Node, watch: string): boolean {
  return node instanceof Element && (node.matches(watch) || node.querySelector(watch) !== null);
}

function isHost(node: Node): boolean {
  return node instanceof Element && node.localName === HOST_TAG;
}

/** The page threw our element away with one of its own; a host that we moved is still connected. */
function lostHost(node: Node): boolean {
  if (!(node instanceof Element) || node.isConnected) return false;
  return isHost(node) || node.querySelector(HOST_TAG) !== null;
}
