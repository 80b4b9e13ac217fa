// Every message code, status and error code of the ProductFlo WebSocket API, plus the few of our engine.
import { z } from 'zod';

/** Codes a client sends that start a piece of work (CodeType enum, specification). */
export const requestCodes = ['chat', 'haitch_chat', 'idea', 'documentation', 'engineering'] as const;
export const requestCodeSchema = z.enum(requestCodes);
export type RequestCode = z.infer<typeof requestCodeSchema>;

/** Requests answered by the service rather than by people. */
export type AiRequestCode = Exclude<RequestCode, 'chat'>;

/** Codes of answers. `chat_response` answers both chat and Haitch. */
export const responseCodes = [
  'chat_response',
  'idea_response',
  'documentation_response',
  'engineering_response',
] as const;
export const responseCodeSchema = z.enum(responseCodes);
export type ResponseCode = z.infer<typeof responseCodeSchema>;

/** Room-status codes (RoomStatus enum) and `join`, from the public pages. They expire and are never queued. */
export const roomStatusCodes = ['typing', 'read_receipt', 'presence', 'join'] as const;
export type RoomStatusCode = (typeof roomStatusCodes)[number];

/** Which response code answers which request. */
export const responseCodeOf: Readonly<Record<RequestCode, ResponseCode>> = {
  chat: 'chat_response',
  haitch_chat: 'chat_response',
  idea: 'idea_response',
  documentation: 'documentation_response',
  engineering: 'engineering_response',
};

export const statuses = ['success', 'error', 'pending'] as const;
export const statusSchema = z.enum(statuses);
export type Status = z.infer<typeof statusSchema>;

/** All documented error codes; the general failure has two spellings. A server may send others: shown raw. */
export const errorCodes = [
  'MESSAGE_CODE_REQUIRED',
  'UNSUPPORTED_MESSAGE_TYPE',
  'ROOM_ID_REQUIRED',
  'VALIDATION_ERROR',
  'PROCESSING_ERROR',
  'FAILED_TO_PROCESS_MESSAGE',
  'PERMISSION_DENIED',
  'HAITCH_CHAT_ERROR',
  'DOCUMENTATION_ERROR',
  'IDEA_GENERATION_ERROR',
  'ENGINEERING_ERROR',
] as const;
export type ErrorCode = (typeof errorCodes)[number];

/** The error code that names the kind of request which failed. */
export const errorCodeOf: Readonly<Record<AiRequestCode, ErrorCode>> = {
  haitch_chat: 'HAITCH_CHAT_ERROR',
  idea: 'IDEA_GENERATION_ERROR',
  documentation: 'DOCUMENTATION_ERROR',
  engineering: 'ENGINEERING_ERROR',
};

/** Document types of the public AI page; the list is open. */
export const docTypes = [
  'technical_specification',
  'bom',
  'dfm_analysis',
  'user_manual',
  'datasheet',
  'requirements',
  'test_plan',
  'engineering_drawing',
  'compliance_documentation',
] as const;
