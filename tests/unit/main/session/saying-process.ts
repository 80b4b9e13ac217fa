// A workstation's core in a process of its own, for being killed: says "saved ID" for each message, then waits.
import { openSession } from './session-rig.ts';

const folder = process.argv[2] ?? '';
const rig = await openSession({ folder, baseUrl: () => null });
for (let index = 0; index < 1000; index += 1) {
  const { id } = rig.send({ kind: 'chat', roomId: 'room-1', text: `message ${index}` });
  process.stdout.write(`saved ${id}\n`);
}
