import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Window } from 'happy-dom';

export interface OpenPage {
  readonly document: Document;
  readonly url: URL;
  /** Waits for the page's own timers and scripts. */
  readonly settled: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Loads a page of `test/pages` at a real address into a document of its own, its scripts run.
 * There is no layout: what counts as visible is what style says.
 */
export async function openPage(file: string, address: string): Promise<OpenPage> {
  const window = new Window({
    url: address,
    settings: {
      enableJavaScriptEvaluation: true,
      suppressInsecureJavaScriptEnvironmentWarning: true,
    },
  });
  const page = join(import.meta.dirname, '../pages', file);
  window.document.write(inlined(readFileSync(page, 'utf8'), page));
  await window.happyDOM.waitUntilComplete();
  return {
    document: window.document as unknown as Document,
    url: new URL(address),
    settled: () => window.happyDOM.waitUntilComplete(),
    close: () => window.happyDOM.close(),
  };
}

/** Scripts beside the page become part of it; its looks do not matter here. */
function inlined(html: string, page: string): string {
  return html
    .replace(/<link rel="stylesheet"[^>]*>/g, '')
    .replace(/<script src="([^"]+)"><\/script>/g, (_, source: string) => {
      const code = readFileSync(join(dirname(page), source), 'utf8');
      return `<script>${code.replaceAll('</script', '<\\/script')}</script>`;
    });
}
