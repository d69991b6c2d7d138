import type { ComponentChildren } from 'preact';
import { useEffect, useRef } from 'preact/hooks';

export interface SectionProps {
  readonly title: string;
  readonly intro: string;
  /** The rep went here by a link, so that reading goes on at its heading. */
  readonly takesFocus: boolean;
  readonly children: ComponentChildren;
}

/** One section of the options page. */
export function Section({ title, intro, takesFocus, children }: SectionProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  // Once, on arrival: later redraws must not steal the focus.
  useEffect(() => {
    if (takesFocus) heading.current?.focus();
  }, []);
  return (
    <section class="so-section">
      <div class="so-section-head">
        <h2 tabIndex={-1} ref={heading}>
          {title}
        </h2>
        <p>{intro}</p>
      </div>
      {children}
    </section>
  );
}
