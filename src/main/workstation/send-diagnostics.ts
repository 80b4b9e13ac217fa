// The diagnostics bundle as a download.
import { diagnostics, diagnosticsName } from '../diagnostics/diagnostics.ts';
import { sendZip } from './send-zip.ts';
import type { Services } from './services.ts';

/** Answers with the bundle, made at the pace of its reader. */
export function sendDiagnostics(services: Services): Response {
  const now = new Date();
  return sendZip(diagnosticsName(now), diagnostics(services, now), {
    onError: (error) => services.log.error(`The diagnostics could not be collected: ${String(error)}`),
  });
}
