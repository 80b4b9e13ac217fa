// Headings and sections of a Markdown text. Pure.

export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  readonly title: string;
  /** Line of the text, from 0. */
  readonly line: number;
}

/** ATX headings in order; what looks like one inside a fenced block is none. */
export function outlineOf(markdown: string): Heading[] {
  let fence: string | null = null;
  return markdown.split('\n').flatMap((text, line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(text)?.[1] ?? null;
    if (fence !== null) {
      if (mark !== null && mark.startsWith(fence)) fence = null;
      return [];
    }
    if (mark !== null) {
      fence = mark;
      return [];
    }
    const [, signs = '', title = ''] = /^ {0,3}(#{1,6})\s+(.*?)\s*#*\s*$/.exec(text) ?? [];
    return title === '' ? [] : [{ level: signs.length, title: plain(title), line }];
  });
}

/** A heading without the marks that Markdown needs. */
function plain(title: string): string {
  return title.replaceAll(/\\([\\`*_{}[\]()#+.!|<>-])|[*`]/g, '$1');
}

/** First and last line of the section under a heading of that title, as `slice` takes them; null when there is none. */
function rangeOf(markdown: string, title: string): readonly [number, number] | null {
  const outline = outlineOf(markdown);
  const at = outline.findIndex((heading) => heading.title === title);
  const heading = outline[at];
  if (heading === undefined) return null;
  const next = outline.slice(at + 1).find(({ level }) => level <= heading.level);
  return [heading.line, next?.line ?? markdown.split('\n').length];
}

/** The section with its heading; null when there is none of that title. */
export function sectionOf(markdown: string, title: string): string | null {
  const range = rangeOf(markdown, title);
  return range === null
    ? null
    : markdown
        .split('\n')
        .slice(...range)
        .join('\n')
        .trimEnd();
}

/** The text with that section replaced, all else as it was; null when it has none of that title. */
export function replaceSection(markdown: string, title: string, section: string): string | null {
  const range = rangeOf(markdown, title);
  if (range === null) return null;
  const lines = markdown.split('\n');
  const after = lines.slice(range[1]);
  return [...lines.slice(0, range[0]), ...section.trimEnd().split('\n'), '', ...after].join('\n');
}
