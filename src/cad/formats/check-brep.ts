// BREP text before the kernel sees it: the kernel believes every count, and counts to four thousand million.
const sections = [
  'Locations',
  'Curve2ds',
  'Curves',
  'Polygon3D',
  'PolygonOnTriangulations',
  'Surfaces',
  'Triangulations',
  'TShapes',
];

/** Whether the text has every section of a BREP file (OpenCascade, BRep Format) and as many items in each as can be there. */
export function isSoundBrep(bytes: Uint8Array): boolean {
  const text = new TextDecoder('latin1').decode(bytes);
  let at = 0;
  return sections.every((section) => {
    const found = new RegExp(`^${section} (\\d{1,10})\\s*$`, 'gm');
    found.lastIndex = at;
    const match = found.exec(text);
    if (match === null) return false;
    at = found.lastIndex;
    // An item takes two bytes at least.
    return Number(match[1]) * 2 <= text.length - match.index;
  });
}
