// Expressions out of messages: numbers, units and arithmetic are computed, everything else is refused before it runs.
import { all, create, type MathNode, type Unit } from 'mathjs';
import { readNumber } from './quantities.ts';

const math = create(all ?? {}, {});
const operators = new Set(['+', '-', '*', '/', '^']);
const functions = new Set(['sqrt', 'sin', 'cos', 'tan', 'abs']);
const longest = 120;

const unitWords: readonly (readonly [RegExp, string])[] = [
  // Torque and work: the pound of inch-pounds is a force.
  [/\b(?:in|inch)(?:\s?[-·*.]\s?|\s)lbf?s?\b|\blbf?s?(?:\s?[-·*.]\s?|\s)(?:in|inch)\b/gi, 'lbf inch'],
  [/\b(?:ft|foot)(?:\s?[-·*.]\s?|\s)lbf?s?\b|\blbf?s?(?:\s?[-·*.]\s?|\s)(?:ft|foot)\b/gi, 'lbf ft'],
  [/\bN\s?[-·.]\s?m\b/g, 'N m'],
  [/\bkgs\b/gi, 'kg'],
  [/\blbs\b/gi, 'lbm'],
  [/\binches\b|\bin\b(?!\s*\d)/gi, 'inch'],
  [/\bfeet\b/gi, 'ft'],
  [/°\s?C\b/g, 'degC'],
  [/°\s?F\b/g, 'degF'],
  [/\bNm\b/g, 'N m'],
  [/\bmillimet(?:er|re)s?\b/gi, 'mm'],
  [/\bpounds?\b/gi, 'lbm'],
  [/²/g, '^2'],
  [/³/g, '^3'],
  [/[×·]/g, '*'],
];

/** The text in the form the calculator reads: units by their symbols, numbers with a point. */
export function toExpression(text: string): string {
  const numbers = text.replaceAll(/\d+(?:,\d+)+(?:\.\d+)?/g, (number) => String(readNumber(number)));
  return unitWords.reduce((words, [pattern, unit]) => words.replaceAll(pattern, unit), numbers).trim();
}

/** The result, six digits with its unit; in `target`, a unit, where given. Throws for what is no plain arithmetic. */
export function compute(expression: string, target?: string): string {
  if (expression.length > longest) throw new Error('The expression is too long.');
  const node = math.parse(target === undefined ? expression : `(${expression}) to (${target})`);
  node.traverse(check);
  const result: unknown = node.compile().evaluate();
  if (typeof result !== 'number' && !isUnit(result)) throw new Error('The result is no quantity.');
  if (typeof result === 'number' && !Number.isFinite(result)) throw new Error('The result is not finite.');
  return math.format(result, { precision: 6 }).replace('degC', '°C').replace('degF', '°F');
}

function isUnit(value: unknown): value is Unit {
  return math.isUnit(value);
}

function check(node: MathNode): void {
  if (math.isConstantNode(node) || math.isParenthesisNode(node)) return;
  if (math.isOperatorNode(node) && (operators.has(node.op) || node.op === 'to')) return;
  if (math.isFunctionNode(node) && functions.has(node.fn.name) && node.args.length === 1) return;
  if (math.isSymbolNode(node) && (functions.has(node.name) || node.name === 'pi' || isUnitName(node.name)))
    return;
  throw new Error('Only arithmetic with units is computed.');
}

function isUnitName(name: string): boolean {
  return math.Unit.isValuelessUnit(name);
}
