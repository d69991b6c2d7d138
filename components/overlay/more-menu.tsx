import { useId } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import type { IconName } from '@/components/ui/icon';

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
  return (
    <>
      <Button size="s" icon="chevron" label={label} toggles={id} />
      <div id={id} class="so-more" popover="auto">
        {items.map((item, index) => (
          <Button
            key={item.label}
            size="s"
            variant="ghost"
            wide
            icon={item.icon}
            title={item.title}
            takesFocus={index === 0}
            closes={id}
            onClick={item.onChoose}
          >
            {item.label}
          </Button>
        ))}
      </div>
    </>
  );
}
