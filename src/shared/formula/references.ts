import type { Expression, Span, TimePoint, TimeReference } from './ast.ts';

type Call = Extract<Expression, { kind: 'call' }>;

/** A row that a formula reads, and when. */
export interface Reference {
  readonly name: string;
  /** Absent for the period being calculated. */
  readonly time?: TimeReference;
  readonly span: Span;
  readonly nameSpan: Span;
}

/** How far a formula reaches in time through one row. */
export interface Reach {
  /** Distances of points and ends of ranges; 0 is the period being calculated. null when there is none. */
  readonly offsets: { readonly least: number; readonly most: number } | null;
  /** Quarters named outright, ends of ranges included. */
  readonly periods: readonly string[];
  /** The row is read as a whole, or a range has a fixed end: which cells it covers depends on the period. */
  readonly isWide: boolean;
}

/** All rows a formula reads, in the order of the text; names that `LET` binds are none. */
export function referencesOf(expression: Expression): Reference[] {
  const found: Reference[] = [];
  walk(expression, NO_LOCALS, (node) => {
    if (node.kind !== 'reference') return;
    const { name, time, span, nameSpan } = node;
    found.push(time ? { name, time, span, nameSpan } : { name, span, nameSpan });
  });
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** All function calls of a formula, in the order of the text. */
export function callsOf(expression: Expression): Call[] {
  const found: Call[] = [];
  walk(expression, NO_LOCALS, (node) => {
    if (node.kind === 'call') found.push(node);
  });
  return found.sort((a, b) => a.span.start - b.span.start);
}

/** The reach of each row that a formula reads. */
export function reachesOf(expression: Expression): ReadonlyMap<string, Reach> {
  const reaches = new Map<string, Reach>();
  for (const { name, time } of referencesOf(expression)) {
    reaches.set(name, widened(reaches.get(name) ?? NO_REACH, time));
  }
  return reaches;
}

const NO_LOCALS: ReadonlySet<string> = new Set();
const NO_REACH: Reach = { offsets: null, periods: [], isWide: false };

function widened(reach: Reach, time: TimeReference | undefined): Reach {
  if (time === undefined) return reached(reach, { kind: 'offset', offset: 0 });
  if (time.kind === 'all') return { ...reach, isWide: true };
  if (time.kind === 'point') return reached(reach, time.at);
  const both = reached(reached(reach, time.from), time.to);
  const isFixed = time.from.kind === 'period' || time.to.kind === 'period';
  return isFixed ? { ...both, isWide: true } : both;
}

function reached(reach: Reach, point: TimePoint): Reach {
  if (point.kind === 'period') {
    return reach.periods.includes(point.period)
      ? reach
      : { ...reach, periods: [...reach.periods, point.period] };
  }
  const { least, most } = reach.offsets ?? { least: point.offset, most: point.offset };
  return {
    ...reach,
    offsets: { least: Math.min(least, point.offset), most: Math.max(most, point.offset) },
  };
}

/** Visits rows and calls without recursion along long chains; `locals` are folded names of `LET`. */
export function walk(
  root: Expression,
  locals: ReadonlySet<string>,
  visit: (node: Expression, locals: ReadonlySet<string>) => void,
): void {
  const open: { node: Expression; locals: ReadonlySet<string> }[] = [{ node: root, locals }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { node } = next;
    if (node.kind === 'reference' && next.locals.has(node.name.toLowerCase())) continue;
    visit(node, next.locals);
    for (const child of childrenOf(node, next.locals)) open.push(child);
  }
}

function childrenOf(
  node: Expression,
  locals: ReadonlySet<string>,
): { node: Expression; locals: ReadonlySet<string> }[] {
  const below = (child: Expression) => ({ node: child, locals });
  switch (node.kind) {
    case 'unary':
    case 'percent':
      return [below(node.operand)];
    case 'binary':
      return [below(node.left), below(node.right)];
    case 'group':
      return [below(node.inner)];
    case 'call':
      return node.name === 'LET'
        ? letChildren(node, locals)
        : node.args.filter((one) => one !== null).map(below);
    default:
      return [];
  }
}

function letChildren(
  call: Call,
  locals: ReadonlySet<string>,
): { node: Expression; locals: ReadonlySet<string> }[] {
  const children: { node: Expression; locals: ReadonlySet<string> }[] = [];
  let known = locals;
  let name: string | undefined;
  call.args.forEach((argument, index) => {
    const isLast = index === call.args.length - 1;
    if (index % 2 === 0 && !isLast && argument?.kind === 'reference') {
      name = argument.name.toLowerCase();
      return;
    }
    if (argument) children.push({ node: argument, locals: known });
    if (name !== undefined) known = new Set([...known, name]);
    name = undefined;
  });
  return children;
}
