// Areas of plane figures by elementary geometry, mm² from mm.

/** ∫ √(r² − x²) dx from 0 to x: the area under a quarter of a circle. */
function underArc(radius: number, x: number): number {
  return (x * Math.sqrt(radius ** 2 - x ** 2) + radius ** 2 * Math.asin(x / radius)) / 2;
}

/** A strip of this width, cut from the edge of a disc down to `depth`: what a keyway takes of a shaft. */
export function edgeStripArea(radius: number, width: number, depth: number): number {
  return 2 * underArc(radius, width / 2) - (radius - depth) * width;
}

/** What a chord at `height` above the edge of a disc cuts off. */
export function segmentArea(radius: number, height: number): number {
  const toChord = radius - height;
  return radius ** 2 * Math.acos(toChord / radius) - toChord * Math.sqrt(radius ** 2 - toChord ** 2);
}

/** Of the disc round the origin: from x = `from` outward, between z = 0 and z = `height`. */
export function besideDiscArea(radius: number, from: number, height: number): number {
  return underArc(radius, height) - from * height;
}

/** What two discs have in common (Weisstein, Circle-Circle Intersection, MathWorld); 0 when they are apart. */
export function lensArea(a: number, b: number, apart: number): number {
  if (apart >= a + b) return 0;
  const first = a ** 2 * Math.acos((apart ** 2 + a ** 2 - b ** 2) / (2 * apart * a));
  const second = b ** 2 * Math.acos((apart ** 2 + b ** 2 - a ** 2) / (2 * apart * b));
  const kite = Math.sqrt((-apart + a + b) * (apart + a - b) * (apart - a + b) * (apart + a + b)) / 2;
  return first + second - kite;
}
