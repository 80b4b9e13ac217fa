// A text of the reader as a file of the person's own.

/** Hands the text to the browser's own save, as `<title>.md`. */
export function saveText(title: string, text: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'text/markdown' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = `${title.replaceAll(/[^\p{L}\p{N} .-]+/gu, ' ').trim() || 'document'}.md`;
  link.click();
  // The browser reads the address after the click.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
