import { useId, useRef } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import { Icon, type IconName } from '@/components/ui/icon';

export interface MoreMenuProps {
  readonly label: string;
  readonly items: readonly {
    readonly label: string;
    readonly title: string;
    readonly icon: IconName;
    readonly onChoose: (event: MouseEvent) => void;
  }[];
}

/**
 * A few less common actions behind one small button. The browser opens, closes and places it: Escape,
 * a click elsewhere and the focus all work without a line of ours.
 */
export function MoreMenu({ label, items }: MoreMenuProps) {
  const id = useId();
  const ref = useRef<HTMLDivElement>(null);
  return (
    <>
      <button
        type="button"
        class="so-button"
        data-variant="secondary"
        data-size="s"
        data-icon-only
        aria-label={label}
        title={label}
        popovertarget={id}
      >
        <Icon name="chevron" size={14} />
      </button>
      <div id={id} class="so-more" popover="auto" ref={ref}>
        {items.map((item, index) => (
          <Button
            key={item.label}
            size="s"
            variant="ghost"
            wide
            icon={item.icon}
            title={item.title}
            takesFocus={index === 0}
            onClick={(event) => {
              item.onChoose(event);
              ref.current?.hidePopover();
            }}
          >
            {item.label}
          </Button>
        ))}
      </div>
    </>
  );
}
