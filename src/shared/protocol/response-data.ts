// The `data` bodies a server sends. Bodies the public pages do not show are ours (docs/protocol.md).
import { z } from 'zod';

/** A file as the public files API describes it; only id and name are relied upon. */
export const fileObjectSchema = z.looseObject({
  id: z.string(),
  name: z.string(),
  size: z.number().int().nonnegative().optional(),
  type: z.string().optional(),
  mime_type: z.string().optional(),
  url: z.string().optional(),
  sha256: z.string().optional(),
  created_at: z.string().optional(),
  updated_at: z.string().optional(),
  created_by: z.string().optional(),
  current_revision_id: z.string().optional(),
  revision_count: z.number().int().optional(),
  path: z.string().optional(),
  preview_url: z.string().optional(),
  thumbnail_url: z.string().optional(),
  product_id: z.string().optional(),
  description: z.string().optional(),
  tags: z.array(z.string()).optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
});
export type FileObject = z.infer<typeof fileObjectSchema>;

/** SystemData (specification). */
export const systemDataSchema = z.looseObject({
  message: z.string(),
  details: z
    .looseObject({ event_type: z.string().optional(), additional_info: z.string().optional() })
    .optional(),
});

/** One Pydantic-shaped validation error: `loc` is the path to the field. */
export const validationErrorSchema = z.looseObject({
  loc: z.array(z.union([z.string(), z.number()])),
  msg: z.string(),
  type: z.string(),
});
export type ValidationError = z.infer<typeof validationErrorSchema>;

/** ErrorData (specification): each of the details may be missing. */
export const errorDataSchema = z.looseObject({
  message: z.string(),
  details: z
    .looseObject({
      error: z.string().optional(),
      error_code: z.string().optional(),
      errors: z.array(validationErrorSchema).optional(),
    })
    .optional(),
});
export type ErrorData = z.infer<typeof errorDataSchema>;

export const priorities = ['low', 'medium', 'high', 'critical'] as const;

/** NotificationData (specification). */
export const notificationDataSchema = z.looseObject({
  title: z.string(),
  message: z.string(),
  priority: z.enum(priorities),
  action_url: z.string().optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
});

/** Where a statement of Haitch comes from. */
export const sourceSchema = z.looseObject({
  title: z.string(),
  reference: z.string().optional(),
  file_id: z.string().optional(),
  page: z.number().int().optional(),
});
export type Source = z.infer<typeof sourceSchema>;

/** Body of `chat_response`: a person's message or (a piece of) Haitch's answer. */
export const chatResponseDataSchema = z.looseObject({
  message: z.string().optional(),
  sender: z.string().optional(),
  message_id: z.string().optional(),
  reply_to: z.string().optional(),
  attached_files: z.array(z.string()).optional(),
  metadata: z.record(z.string(), z.unknown()).optional(),
  sources: z.array(sourceSchema).optional(),
});

/** What every AI answer's body has. */
export const answerHead = {
  message: z.string(),
  sender: z.string().optional(),
  message_id: z.string().optional(),
  reply_to: z.string().optional(),
  files: z.array(fileObjectSchema).optional(),
};

/** One reason an idea got its score: `score` is 0 (violates) to 5 (made for it). */
const ideaReasonSchema = z.looseObject({ constraint: z.string(), score: z.number(), reason: z.string() });

export const ideaSchema = z.looseObject({
  id: z.string(),
  rank: z.number().int(),
  title: z.string(),
  summary: z.string(),
  how_it_works: z.string().optional(),
  score: z.number().optional(),
  reasons: z.array(ideaReasonSchema).optional(),
  risks: z.array(z.string()).optional(),
  cost_range: z
    .looseObject({ low: z.number(), high: z.number(), currency: z.string(), basis: z.string() })
    .optional(),
  effort: z.string().optional(),
  /** Which of the seven SCAMPER moves it makes. */
  scamper: z.string().optional(),
  /** Its options in the morphological box, by id. */
  options: z.array(z.string()).optional(),
});
export type Idea = z.infer<typeof ideaSchema>;

export const tableRowSchema = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** Body of `idea_response` (ours): ideas in rank order, and the two analyses when asked for. */
export const ideaResponseDataSchema = z.looseObject({
  ...answerHead,
  ideas: z.array(ideaSchema),
  constraints: z.array(z.string()).optional(),
  target_market: z.string().optional(),
  /** What each constraint weighed in the scores. */
  weights: z.array(z.looseObject({ constraint: z.string(), weight: z.number() })).optional(),
  morphological_box: z
    .array(
      z.looseObject({
        axis: z.string(),
        options: z.array(z.looseObject({ id: z.string(), name: z.string() })),
      }),
    )
    .optional(),
  competitive_analysis: z.array(tableRowSchema).optional(),
  feature_priority: z.array(tableRowSchema).optional(),
});
export type IdeaResponseData = z.infer<typeof ideaResponseDataSchema>;

/** Body of `documentation_response` (ours): `content` is the Markdown, `files` every format made. */
export const documentationResponseDataSchema = z.looseObject({
  ...answerHead,
  doc_type: z.string(),
  title: z.string(),
  content: z.string().optional(),
  gaps: z.array(z.string()).optional(),
});
export type DocumentationResponseData = z.infer<typeof documentationResponseDataSchema>;

/** Body of `history_response` (local engine): whole frames, oldest first; `complete` when nothing is left out. */
export const historyResponseDataSchema = z.looseObject({
  frames: z.array(z.unknown()),
  complete: z.boolean(),
});
