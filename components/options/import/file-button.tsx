import type { ComponentChildren } from 'preact';
import { useRef } from 'preact/hooks';
import { Button } from '@/components/ui/button';
import type { IconName } from '@/components/ui/icon';

export interface FileButtonProps {
  /** Endings and types that the browser offers first. */
  readonly accept: string;
  readonly primary?: boolean;
  readonly icon?: IconName;
  readonly onFile: (file: File) => void;
  readonly children: ComponentChildren;
}

/** Our button for the browser's own way to choose a file. */
export function FileButton({ accept, primary = false, icon, onFile, children }: FileButtonProps) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <Button
        variant={primary ? 'primary' : 'secondary'}
        icon={icon}
        onClick={() => input.current?.click()}
      >
        {children}
      </Button>
      <input
        type="file"
        hidden
        ref={input}
        accept={accept}
        // The button stands for it.
        aria-hidden="true"
        tabIndex={-1}
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          // The same file can be chosen again once it has been mended.
          currentTarget.value = '';
          if (file) onFile(file);
        }}
      />
    </>
  );
}
