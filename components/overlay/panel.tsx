import type { ComponentChildren } from 'preact';
import { useEffect, useId, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { t } from '@/lib/i18n/t';

export interface PanelProps {
  readonly title: string;
  /** Whom it is about, under the title. */
  readonly subtitle?: ComponentChildren;
  readonly children: ComponentChildren;
  readonly footer?: ComponentChildren;
  readonly isBusy?: boolean;
  readonly onClose: () => void;
  /** Ctrl or Cmd with Enter. */
  readonly onSend?: (event: KeyboardEvent) => void;
}

/** The box of a popover. It takes the focus when it opens; Escape closes it. */
export function Panel(props: PanelProps) {
  const { title, subtitle, children, footer, isBusy = false, onClose, onSend } = props;
  const titleId = useId();
  const ref = useRef<HTMLElement>(null);
  // After the popover around it is shown: what is not displayed cannot take the focus.
  useEffect(() => ref.current?.focus({ preventScroll: true }), []);
  return (
    <section
      class="so-panel"
      role="dialog"
      aria-labelledby={titleId}
      aria-busy={isBusy}
      tabIndex={-1}
      ref={ref}
      onKeyDown={(event) => {
        if (event.isComposing) return;
        if (event.key === 'Escape') onClose();
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
        event.preventDefault();
        onSend?.(event);
      }}
    >
      <div class="so-panel-head">
        <div class="so-panel-who">
          <h2 id={titleId}>{title}</h2>
          {subtitle !== undefined && <p>{subtitle}</p>}
        </div>
        <Button size="s" variant="ghost" icon="close" label={t('ui.close')} onClick={onClose} />
      </div>
      <div class="so-panel-body">{children}</div>
      {footer}
    </section>
  );
}
