// One table: what follows from an error of the server for the message it concerns.

/** `retry`: try again later; `sign-in`: the profile pauses; `refused`: a person decides. */
export type ErrorClass = 'retry' | 'sign-in' | 'refused';

const classes: Readonly<Record<string, ErrorClass>> = {
  PROCESSING_ERROR: 'retry',
  FAILED_TO_PROCESS_MESSAGE: 'retry',
  RATE_LIMITED: 'retry',
  RATE_LIMIT_EXCEEDED: 'retry',
  TOO_MANY_REQUESTS: 'retry',
  SERVICE_UNAVAILABLE: 'retry',
  UNAUTHORIZED: 'sign-in',
  UNAUTHENTICATED: 'sign-in',
  AUTHENTICATION_REQUIRED: 'sign-in',
  INVALID_TOKEN: 'sign-in',
  TOKEN_EXPIRED: 'sign-in',
  MESSAGE_CODE_REQUIRED: 'refused',
  UNSUPPORTED_MESSAGE_TYPE: 'refused',
  ROOM_ID_REQUIRED: 'refused',
  VALIDATION_ERROR: 'refused',
  PERMISSION_DENIED: 'refused',
  HAITCH_CHAT_ERROR: 'refused',
  DOCUMENTATION_ERROR: 'refused',
  IDEA_GENERATION_ERROR: 'refused',
  ENGINEERING_ERROR: 'refused',
};

/** Refusals of the server to even try are repeated this often before a person is asked. */
export const mostAttempts = 6;

/** The class of an error code; what we do not know is for a person to read. */
export function classOfError(errorCode: string | null): ErrorClass {
  return (errorCode === null ? undefined : classes[errorCode.toUpperCase()]) ?? 'refused';
}
