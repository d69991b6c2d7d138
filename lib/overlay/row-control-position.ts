import type { SiteAdapter } from '@/lib/sites/adapter';

/** Mail lists show their own buttons (archive, delete) at the end of the row under the pointer. */
const CLEAR_OF_ROW_BUTTONS: Readonly<Record<SiteAdapter['kind'], number>> = {
  inbox: 200,
  crm: 12,
  any: 12,
};

/** Where the control stands on a row: distance from the window's end, and the row's middle. */
export function rowControlPosition(
  row: Element,
  kind: SiteAdapter['kind'],
): { readonly end: number; readonly middle: number } {
  const { left, right, top, bottom } = row.getBoundingClientRect();
  const isRtl = getComputedStyle(row).direction === 'rtl';
  const rest = isRtl ? Math.max(0, left) : Math.max(0, window.innerWidth - right);
  return {
    end: Math.round(rest + CLEAR_OF_ROW_BUTTONS[kind]),
    middle: Math.round((top + bottom) / 2),
  };
}
