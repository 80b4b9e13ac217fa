// What can happen in the model, as data: a list of steps is a script that can be kept, read and run again.
import { z } from 'zod';

const indexSchema = z.number().int().nonnegative();

export const stepSchema = z.discriminatedUnion('do', [
  z.object({ do: z.literal('write'), room: z.enum(['a', 'b']), kind: z.enum(['chat', 'idea']) }),
  /** The oldest frame of one direction arrives. */
  z.object({ do: z.literal('carry'), way: z.enum(['up', 'down']) }),
  z.object({ do: z.literal('connect') }),
  /** The socket breaks; what the client sent arrives nevertheless, or is lost. What the server sent is lost. */
  z.object({ do: z.literal('cut'), loses: z.boolean() }),
  /** The program dies at the n-th durable step from now: before or after a commit, before or after a frame is handed over. */
  z.object({ do: z.literal('crash'), after: indexSchema, loses: z.boolean() }),
  z.object({ do: z.literal('wait'), seconds: z.number().int().positive() }),
  /** The server refuses the next message, for now or for good. */
  z.object({ do: z.literal('refuse'), as: z.enum(['busy', 'invalid']) }),
  z.object({ do: z.literal('edit'), entry: indexSchema }),
  z.object({ do: z.literal('cancel'), entry: indexSchema }),
  z.object({ do: z.literal('retry'), entry: indexSchema }),
]);
export type Step = z.infer<typeof stepSchema>;

export const servers = ['drops-repeats', 'keeps-history'] as const;
/** What goes wrong on purpose, to see that it is seen. */
export const plants = ['none', 'drop', 'double', 'reorder'] as const;

export const scriptSchema = z.object({
  server: z.enum(servers),
  plant: z.enum(plants).default('none'),
  steps: z.array(stepSchema),
});
export type Script = z.infer<typeof scriptSchema>;

/** The script as text for a file: one step per line. */
export function scriptText({ server, plant, steps }: Script): string {
  const lines = steps.map((step) => `    ${JSON.stringify(step)}`).join(',\n');
  return `{"server": ${JSON.stringify(server)}, "plant": ${JSON.stringify(plant)}, "steps": [\n${lines}\n]}\n`;
}
