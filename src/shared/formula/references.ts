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
  return found;
}

/** All function calls of a formula, in the order of the text. */
export function callsOf(expression: Expression): Call[] {
  const found: Call[] = [];
  walk(expression, NO_LOCALS, (node) => {
    if (node.kind === 'call') found.push(node);
  });
  return found;
}

/** What a formula reads: the reach of each row, and the calls of some functions. */
export interface Reading {
  readonly reaches: ReadonlyMap<string, Reach>;
  readonly calls: readonly Call[];
}

/** One walk through a formula, since models are made of thousands. */
export function readingOf(expression: Expression, functionNames: readonly string[]): Reading {
  const reaches = new Map<string, Reach>();
  const calls: Call[] = [];
  walk(expression, NO_LOCALS, (node) => {
    if (node.kind === 'reference') {
      const known = reaches.get(node.name);
      const wider = widened(known ?? NO_REACH, node.time);
      if (wider !== known) reaches.set(node.name, wider);
    } else if (node.kind === 'call' && functionNames.includes(node.name)) {
      calls.push(node);
    }
  });
  return { reaches, calls };
}

/** The reach of each row that a formula reads. */
export function reachesOf(expression: Expression): ReadonlyMap<string, Reach> {
  return readingOf(expression, []).reaches;
}

const NO_LOCALS: ReadonlySet<string> = new Set();
const NO_REACH: Reach = { offsets: null, periods: [], isWide: false };
const HERE: Reach = { offsets: { least: 0, most: 0 }, periods: [], isWide: false };

function widened(reach: Reach, time: TimeReference | undefined): Reach {
  if (time === undefined) return reach === NO_REACH ? HERE : reachedDistance(reach, 0);
  if (time.kind === 'all') return { ...reach, isWide: true };
  if (time.kind === 'point') return reached(reach, time.at);
  const both = reached(reached(reach, time.from), time.to);
  const isFixed = time.from.kind === 'period' || time.to.kind === 'period';
  return isFixed ? { ...both, isWide: true } : both;
}

function reached(reach: Reach, point: TimePoint): Reach {
  if (point.kind === 'offset') return reachedDistance(reach, point.offset);
  if (reach.periods.includes(point.period)) return reach;
  return { ...reach, periods: [...reach.periods, point.period] };
}

function reachedDistance(reach: Reach, offset: number): Reach {
  const { offsets, periods, isWide } = reach;
  if (offsets && offset >= offsets.least && offset <= offsets.most) return reach;
  const least = offsets ? Math.min(offsets.least, offset) : offset;
  const most = offsets ? Math.max(offsets.most, offset) : offset;
  return { offsets: { least, most }, periods, isWide };
}

/**
 * Visits rows and calls in the order of the text, without recursion along long chains; `locals` are
 * folded names of `LET`.
 */
export function walk(
  root: Expression,
  locals: ReadonlySet<string>,
  visit: (node: Expression, locals: ReadonlySet<string>) => void,
): void {
  const nodes: Expression[] = [root];
  const scopes: ReadonlySet<string>[] = [locals];
  for (let node = nodes.pop(); node; node = nodes.pop()) {
    const known = scopes.pop() ?? NO_LOCALS;
    if (known.size > 0 && node.kind === 'reference' && known.has(node.name.toLowerCase())) continue;
    visit(node, known);
    openChildren(node, known, nodes, scopes);
  }
}

/** Puts the children of a node on the stacks, the first on top. */
function openChildren(
  node: Expression,
  locals: ReadonlySet<string>,
  nodes: Expression[],
  scopes: ReadonlySet<string>[],
): void {
  switch (node.kind) {
    case 'unary':
    case 'percent':
      nodes.push(node.operand);
      scopes.push(locals);
      return;
    case 'binary':
      nodes.push(node.right, node.left);
      scopes.push(locals, locals);
      return;
    case 'group':
      nodes.push(node.inner);
      scopes.push(locals);
      return;
    case 'call':
      openArguments(node, locals, nodes, scopes);
      return;
    default:
      return;
  }
}

function openArguments(
  call: Call,
  locals: ReadonlySet<string>,
  nodes: Expression[],
  scopes: ReadonlySet<string>[],
): void {
  if (call.name === 'LET') {
    for (const child of letChildren(call, locals).reverse()) {
      nodes.push(child.node);
      scopes.push(child.locals);
    }
    return;
  }
  for (let index = call.args.length - 1; index >= 0; index--) {
    const argument = call.args[index];
    if (!argument) continue;
    nodes.push(argument);
    scopes.push(locals);
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
