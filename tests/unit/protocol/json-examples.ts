// Finds the JSON examples in a page of prose: objects with // comments, alone or inside JSON.stringify(…).

/** All examples of a page in order, parsed, without their comments. */
export function jsonExamples(page: string): unknown[] {
  const text = withoutComments(page);
  const examples: unknown[] = [];
  const starts = /(?:^|JSON\.stringify\()\{/gm;
  for (let match = starts.exec(text); match !== null; match = starts.exec(text)) {
    const start = match.index + match[0].length - 1;
    const end = endOfObject(text, start);
    examples.push(JSON.parse(text.slice(start, end)));
    starts.lastIndex = end;
  }
  return examples;
}

/** Strings as they are, comments away. */
function withoutComments(page: string): string {
  return page.replace(
    /("(?:[^"\\\n]|\\.)*")|\/\/[^\n]*/g,
    (_all, string: string | undefined) => string ?? '',
  );
}

function endOfObject(text: string, start: number): number {
  const tokens = /"(?:[^"\\]|\\.)*"|[{}]/g;
  tokens.lastIndex = start;
  let depth = 0;
  for (let match = tokens.exec(text); match !== null; match = tokens.exec(text)) {
    if (match[0] === '{') depth += 1;
    if (match[0] === '}') depth -= 1;
    if (depth === 0) return tokens.lastIndex;
  }
  throw new Error(`an object that starts at ${start} does not end`);
}
