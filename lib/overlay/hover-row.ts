import type { Person } from '@/lib/domain/contact/person';
import type { ListRow, PageIdentity, SiteAdapter } from '@/lib/sites/adapter';
import { createDebounce } from './debounce';
import { isInView } from './is-in-view';
import { rowControlPosition } from './row-control-position';

export interface HoverRowDeps {
  readonly document: Document;
  readonly adapter: SiteAdapter;
  readonly host: HTMLElement;
  /** Puts the host over the list, if it is not there. */
  readonly place: () => void;
  /** Who the control is about now. */
  readonly show: (people: readonly Person[] | undefined) => void;
  /** Asks about all people in view in one message. */
  readonly ask: (people: readonly Person[]) => void;
  /** While a popover is open its row keeps the control. */
  readonly isPinned: () => boolean;
  readonly signal: AbortSignal;
}

export interface HoverRow {
  readonly start: (page: PageIdentity) => void;
  readonly stop: () => void;
  /** The list has changed or something stored has: find the row again, ask again. */
  readonly refresh: () => void;
}

const LEAVE_MS = 350;
const SCROLL_PAUSE_MS = 200;

/**
 * One control for a whole list: it stands on the row under the pointer or with the focus. No node is
 * added to any row. A row stays chosen when the keyboard leaves it, so that the control, which comes
 * last in the page, can be reached with Tab.
 */
export function createHoverRow(deps: HoverRowDeps): HoverRow {
  const { document, adapter, host, place, show, ask, isPinned, signal } = deps;
  let page: PageIdentity | undefined;
  let row: ListRow | undefined;
  let frame: number | undefined;
  let pointed: Element | undefined;

  const position = () => {
    if (!row?.element.isConnected || !isInView(row.element)) return leave();
    const { end, middle } = rowControlPosition(row.element, adapter.kind);
    host.style.setProperty('--so-row-end', `${end}px`);
    host.style.setProperty('--so-row-middle', `${middle}px`);
  };
  const enter = (next: ListRow) => {
    leaving.cancel();
    row = next;
    place();
    position();
    show(next.people);
  };
  const leave = () => {
    if (isPinned() || row === undefined) return;
    row = undefined;
    show(undefined);
  };
  const leaving = createDebounce(leave, { ms: LEAVE_MS, signal });
  const askInView = createDebounce(
    () => {
      if (!page) return;
      const rows = adapter.rows(document, page).filter(({ element }) => isInView(element));
      ask(rows.flatMap(({ people }) => people.slice(0, 1)));
    },
    { ms: SCROLL_PAUSE_MS, signal },
  );

  const look = () => {
    frame = undefined;
    if (!page || !pointed || isPinned()) return;
    if (pointed === host) return leaving.cancel();
    const next = adapter.rowOf(pointed, page);
    if (!next) return leaving.schedule();
    if (next.key === row?.key && next.element === row.element) return leaving.cancel();
    enter(next);
  };
  const point = ({ target }: Event) => {
    if (!page || !(target instanceof Element)) return;
    pointed = target;
    frame ??= requestAnimationFrame(look);
  };
  const follow = () => {
    if (!page) return;
    if (row) position();
    askInView.schedule();
  };

  document.addEventListener('pointerover', point, { signal, passive: true });
  document.addEventListener('focusin', point, { signal, passive: true });
  document.addEventListener('scroll', follow, { signal, passive: true, capture: true });
  signal.addEventListener('abort', () => frame !== undefined && cancelAnimationFrame(frame), {
    once: true,
  });

  return {
    start: (next) => {
      page = next;
      askInView.schedule();
    },
    stop: () => {
      page = undefined;
      row = undefined;
      pointed = undefined;
      leaving.cancel();
    },
    refresh: () => {
      if (row && page) {
        const again = row.element.isConnected ? adapter.rowOf(row.element, page) : undefined;
        if (again?.key === row.key) enter(again);
        else leave();
      }
      askInView.schedule();
    },
  };
}
