// The log of the workstation: one file in the data folder that starts over when it grows, and never holds a token.
import { join } from 'node:path';
import electronLog from 'electron-log/node.js';
import type { Log } from '../session/profile-session-port.ts';
import { redact } from './redact.ts';

const largestBytes = 5 * 1024 * 1024;

/** Opens `logs/workstation.log`; the one before it is kept as `workstation.old.log`. */
export function openLog(dataDir: string): Log {
  const logger = electronLog.create({ logId: dataDir });
  logger.transports.console.level = false;
  logger.transports.file.level = 'info';
  logger.transports.file.maxSize = largestBytes;
  logger.transports.file.format = '{iso} {level} {text}';
  logger.transports.file.resolvePathFn = () => join(dataDir, 'logs', 'workstation.log');
  return {
    info: (message) => logger.info(redact(message)),
    warn: (message) => logger.warn(redact(message)),
    error: (message) => logger.error(redact(message)),
  };
}
