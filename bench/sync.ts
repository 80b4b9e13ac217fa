// Suite `sync`: sending what waited and taking what comes in, against bare clients.
import { measureDrain } from './sync-drain.ts';
import { measureIngest } from './sync-ingest.ts';

export async function run(): Promise<void> {
  await measureDrain();
  await measureIngest();
}
