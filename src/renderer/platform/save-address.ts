// Hands what lies at an address of the shell to the browser's own save; the desktop asks where to.

/** Saves the bytes of `url` under `name`. */
export function saveAddress(url: string, name: string): void {
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
}
