// Text that leaves this machine for somebody's help desk: no secrets, no words of people, no names of folders.
import { homedir } from 'node:os';
import { redact } from '../workstation/redact.ts';

const rules: readonly (readonly [RegExp, string])[] = [
  // Whatever stands in quotation marks may have been said or named by a person.
  [/"(?:[^"\\\n]|\\.)*"|“[^”\n]*”|„[^“”\n]*[“”]|«[^»\n]*»/g, '"[text]"'],
  [/(\b(?:https?|wss?):\/\/)[^\s/@]+@/gi, '$1'],
  [/\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+\b/g, '[mail]'],
  [/(\b(?:https?|wss?):\/\/[^\s?#]+)[?#][^\s]*/gi, '$1?[hidden]'],
];

/** A line of a log as it may be shown to others. */
export function mask(text: string): string {
  const home = homedir();
  const here = home.length > 1 ? text.replaceAll(home, '~') : text;
  return rules.reduce((clean, [pattern, replacement]) => clean.replace(pattern, replacement), redact(here));
}

/** The text without the given secrets, whatever stands round them. The last net: nothing should be caught in it. */
export function withoutSecrets(text: string, secrets: readonly string[]): string {
  return secrets
    .filter((secret) => secret.length >= 4)
    .reduce((clean, secret) => clean.replaceAll(secret, '[hidden]'), text);
}
