// Ends a command with the exit code of its work, or with one sentence when it could not be done.

/**
 * Runs `work`; its number becomes the exit code.
 * @param {() => Promise<number>} work
 */
export async function fatal(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
