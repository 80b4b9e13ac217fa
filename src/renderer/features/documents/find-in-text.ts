// Finding words in a shown document: places across elements, marked without touching the document.

const markName = 'document-find';
const currentName = 'document-find-current';
const mostPlaces = 2000;

/** The places of a text in what an element shows, whatever the case; at most 2,000. */
export function findPlaces(element: Element, wanted: string): Range[] {
  const needle = wanted.toLowerCase();
  if (needle.trim() === '') return [];
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes: { node: Text; start: number }[] = [];
  let whole = '';
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    if (!(node instanceof Text)) continue;
    nodes.push({ node, start: whole.length });
    // One character stays one: some letters have a longer lower case.
    whole += [...node.data]
      .map((letter) => (letter.toLowerCase().length === letter.length ? letter.toLowerCase() : letter))
      .join('');
  }
  const places: Range[] = [];
  for (let at = whole.indexOf(needle); at >= 0; at = whole.indexOf(needle, at + needle.length)) {
    const range = rangeOf(nodes, at, at + needle.length);
    if (range !== null) places.push(range);
    if (places.length >= mostPlaces) break;
  }
  return places;
}

function rangeOf(
  nodes: readonly { readonly node: Text; readonly start: number }[],
  from: number,
  to: number,
): Range | null {
  const first = nodes.findLast(({ start }) => start <= from);
  const last = nodes.findLast(({ start }) => start < to);
  if (first === undefined || last === undefined) return null;
  const range = document.createRange();
  range.setStart(first.node, from - first.start);
  range.setEnd(last.node, to - last.start);
  return range;
}

/** Marks the places, one of them as the present one, and brings it into view; no places take the marks away. */
export function markPlaces(places: readonly Range[], current: number): void {
  CSS.highlights.delete(markName);
  CSS.highlights.delete(currentName);
  const shown = places[current];
  if (shown === undefined) return;
  CSS.highlights.set(markName, new Highlight(...places.filter((place) => place !== shown)));
  CSS.highlights.set(currentName, new Highlight(shown));
  const at = shown.startContainer.parentElement;
  at?.scrollIntoView({ block: 'nearest' });
}
