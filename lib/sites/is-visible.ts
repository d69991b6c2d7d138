/**
 * Is this element on screen, as far as style says? Sites keep hidden copies of earlier records in
 * the document, and reading one of those would enroll the wrong person.
 */
export function isVisible(element: Element): boolean {
  return (
    element.closest('[hidden]') === null && element.checkVisibility({ visibilityProperty: true })
  );
}
