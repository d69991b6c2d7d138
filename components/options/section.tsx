import type { ComponentChildren } from 'preact';
import { useEffect } from 'preact/hooks';
import { useKeptFocus } from '@/components/ui/use-kept-focus';

export interface SectionProps {
  readonly title: string;
  readonly intro: string;
  /** The rep went here by a link, so that reading goes on at its heading. */
  readonly takesFocus: boolean;
  readonly children: ComponentChildren;
}

/** One section of the options page. */
export function Section({ title, intro, takesFocus, children }: SectionProps) {
  const { area, home } = useKeptFocus<HTMLElement, HTMLHeadingElement>();
  // Once, on arrival: later redraws must not steal the focus.
  useEffect(() => {
    if (takesFocus) home.current?.focus();
  }, []);
  return (
    <section class="so-section" ref={area}>
      <div class="so-section-head">
        <h2 tabIndex={-1} ref={home}>
          {title}
        </h2>
        <p>{intro}</p>
      </div>
      {children}
    </section>
  );
}
