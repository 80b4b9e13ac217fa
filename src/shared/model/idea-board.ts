// What a person does with an answer's ideas: weights, stars, rejections, merged ideas; and what was made from them.
import { z } from 'zod';
import { ideaSchema } from '../protocol/response-data.ts';
import { requestCodeSchema } from '../protocol/codes.ts';

export const largestWeight = 5;

/** An idea that a person put together from two. Its scores are the means of theirs. */
export const mergedIdeaSchema = z.object({ idea: ideaSchema, from: z.tuple([z.string(), z.string()]) });
export type MergedIdea = z.infer<typeof mergedIdeaSchema>;

export const ideaBoardSchema = z.object({
  /** By constraint, 0 to 5; one that is missing weighs as the answer said, else 1. */
  weights: z.record(z.string(), z.number().min(0).max(largestWeight)).default({}),
  /** Ids of ideas. */
  starred: z.array(z.string()).max(500).default([]),
  rejected: z.array(z.string()).max(500).default([]),
  merged: z.array(mergedIdeaSchema).max(100).default([]),
});
export type IdeaBoard = z.infer<typeof ideaBoardSchema>;

export const emptyBoard: IdeaBoard = { weights: {}, starred: [], rejected: [], merged: [] };

/** The idea a request was made from. */
export const ideaLinkSchema = z.object({
  /** The result on this machine that holds it. */
  resultId: z.string(),
  id: z.string(),
  title: z.string(),
  summary: z.string().default(''),
});
export type IdeaLink = z.infer<typeof ideaLinkSchema>;

/** A message that was written from an idea. */
export const ideaUseSchema = z.object({
  ideaId: z.string(),
  messageId: z.string(),
  roomId: z.string(),
  kind: requestCodeSchema,
  text: z.string(),
  createdAt: z.string(),
});
export type IdeaUse = z.infer<typeof ideaUseSchema>;

export const boardViewSchema = z.object({
  resultId: z.string(),
  board: ideaBoardSchema,
  uses: z.array(ideaUseSchema),
});
export type BoardView = z.infer<typeof boardViewSchema>;
