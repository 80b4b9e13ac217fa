// strace, which strikes at chosen system calls: found, installed where that is possible, or said to be missing.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

/** Whether strace can be used here. On Debian as root it is installed when missing. */
export function ensureStrace(): boolean {
  if (process.platform !== 'linux') return missing('strace exists on Linux only');
  if (!works() && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['update', '-q'], { stdio: 'ignore' });
    spawnSync('apt-get', ['install', '-yq', '--no-install-recommends', 'strace'], { stdio: 'ignore' });
  }
  return works() || missing('strace is not installed, or may not trace here');
}

function works(): boolean {
  return spawnSync('strace', ['-o', '/dev/null', 'true'], { stdio: 'ignore' }).status === 0;
}

function missing(why: string): false {
  process.stderr.write(`SKIPPED: kills, I/O errors and power cuts (${why}).\n`);
  return false;
}
