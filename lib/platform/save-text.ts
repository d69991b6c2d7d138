/** Hands a text to the browser's downloads, as a file of this name. */
export function saveText(name: string, text: string): void {
  saveBlob(name, new Blob([text], { type: 'application/json' }));
}

/** The same for any content. */
export function saveBlob(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The download has begun with the click and keeps what it needs.
  URL.revokeObjectURL(url);
}
