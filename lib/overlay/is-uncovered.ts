/** Below this a person may not see what they click. */
const SEE_THROUGH = 0.9;
/** Where to look, as shares of the box: its middle and near its corners. */
const POINTS = [
  [0.5, 0.5],
  [0.15, 0.25],
  [0.85, 0.25],
  [0.15, 0.75],
  [0.85, 0.75],
] as const;

/** Is all of this element on screen, opaque through all its ancestors, and on top? */
export function isUncovered(element: Element): boolean {
  return opacityOf(element) >= SEE_THROUGH && isOnTop(element);
}

function opacityOf(element: Element): number {
  let product = 1;
  for (let node: Element | null = element; node; node = parentOf(node)) {
    const { opacity, visibility, filter } = getComputedStyle(node);
    if (visibility === 'hidden' || visibility === 'collapse') return 0;
    if (/opacity\(/.test(filter)) return 0;
    product *= opacity === '' ? 1 : Number(opacity);
  }
  return product;
}

function parentOf(element: Element): Element | null {
  if (element.assignedSlot) return element.assignedSlot;
  if (element.parentElement) return element.parentElement;
  const root = element.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

function isOnTop(element: Element): boolean {
  const root = element.getRootNode();
  if (!(root instanceof ShadowRoot || root instanceof Document)) return false;
  const { left, top, width, height } = element.getBoundingClientRect();
  if (width === 0 || height === 0) return false;
  return POINTS.every(([x, y]) => {
    const hit = root.elementFromPoint(left + x * width, top + y * height);
    return hit !== null && element.contains(hit);
  });
}
