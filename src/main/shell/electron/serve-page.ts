// Answers the page's scheme: bytes by signed address, everything else from the built page.
import { protocol } from 'electron';
import { bytesPath } from '../../workstation/page-addresses.ts';
import type { Workstation } from '../../workstation/workstation-port.ts';
import { answerPageFile, pageHeaders } from '../page-files.ts';
import { isPageAddress, pageScheme } from './page-address.ts';

/** Must run before the app is ready. */
export function registerPageScheme(): void {
  const privileges = { standard: true, secure: true, supportFetchAPI: true, stream: true };
  protocol.registerSchemesAsPrivileged([{ scheme: pageScheme, privileges }]);
}

/** Serves the page from `rendererDir`. */
export function servePage(workstation: Workstation, rendererDir: string): void {
  const page = { folder: rendererDir, headers: pageHeaders(null) };
  protocol.handle(pageScheme, (request) => {
    if (!isPageAddress(request.url))
      return new Response('There is nothing at this address.', { status: 404 });
    const isBytes = new URL(request.url).pathname.startsWith(bytesPath);
    return isBytes ? workstation.answer(request) : answerPageFile(page, request);
  });
}
