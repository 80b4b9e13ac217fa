// The page's own scheme: one origin that only the desktop can serve.

export const pageScheme = 'app';
export const pageHost = 'workstation';
export const pageAddress = `${pageScheme}://${pageHost}/`;

/** Whether an address lies in the page's own origin. */
export function isPageAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host } = new URL(address);
  return protocol === `${pageScheme}:` && host === pageHost;
}

/** Whether an address may be handed to the system's browser. */
export function isWebAddress(address: string): boolean {
  return URL.canParse(address) && /^https?:$/.test(new URL(address).protocol);
}
