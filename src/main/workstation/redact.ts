// Keeps secrets out of the log.

const rules: readonly (readonly [RegExp, string])[] = [
  [
    /\b(access_token|refresh_token|token|password|authorization|api_key)(["']?\s*[=:]\s*["']?)(?:Bearer\s+)?[^\s"'&,;}]+/gi,
    '$1$2[hidden]',
  ],
  [/\bBearer\s+[\w.~+/=-]+/gi, 'Bearer [hidden]'],
  [/\beyJ[\w-]+\.[\w-]+\.[\w-]*/g, '[hidden]'],
  [/\/bytes\/[\w-]+\.[\w-]+/g, '/bytes/[hidden]'],
];

/** The text without tokens and passwords. */
export function redact(text: string): string {
  return rules.reduce((clean, [pattern, replacement]) => clean.replace(pattern, replacement), text);
}
