import type { Contribution } from '#shared/analysis/contributions.ts';
import { countedAmount, type MatchedFlow } from '#shared/analysis/deal-flows.ts';
import type { ExplainedInput, Explanation } from '#shared/analysis/explanation.ts';
import { nameOfPlace, type ValuePlace } from '#shared/analysis/viewed-model.ts';
import type { CellValue } from '#shared/model/value.ts';
import { assertNever } from '#shared/util/assert-never.ts';

/** Explains one cell and what it reads, no further; the same answer for the same place. */
export type Explain = (place: ValuePlace) => Explanation;

/** Residue of floating point. */
const NOTHING = 1e-9;

/** What one line of the tree stands for. */
export type BranchContent =
  | { readonly kind: 'cell'; readonly cell: Explanation }
  | { readonly kind: 'range'; readonly text: string; readonly key: string; readonly count: number }
  | { readonly kind: 'deals'; readonly text: string; readonly value: CellValue; readonly count: number }
  | { readonly kind: 'flow'; readonly flow: MatchedFlow }
  | { readonly kind: 'outside' | 'unknown' | 'notRead'; readonly text: string };

export interface Branch {
  /** Names of the lines from the root on: the same line keeps its id. */
  readonly id: string;
  readonly content: BranchContent;
  readonly contribution: Contribution | null;
  /** What the shares under it are shares of; null where that is no number. */
  readonly parentValue: number | null;
  /** The cell that reads it; null for the root. */
  readonly readBy: ValuePlace | null;
  /** Cells on the way from the root, this one not included. */
  readonly above: ReadonlySet<string>;
  /** Inputs of ranges and deals, which are known with them. */
  readonly inner: readonly ExplainedInput[];
}

export function rootBranch(cell: Explanation): Branch {
  return {
    id: nameOfPlace(cell.place),
    content: { kind: 'cell', cell },
    contribution: null,
    parentValue: null,
    readBy: null,
    above: new Set(),
    inner: [],
  };
}

/** The cell stands further up on the same way: the tree would not end. */
export function isRepeated({ content, above }: Branch): boolean {
  return content.kind === 'cell' && above.has(nameOfPlace(content.cell.place));
}

export function canOpen(branch: Branch): boolean {
  const { content } = branch;
  if (content.kind === 'range' || content.kind === 'deals') return content.count > 0;
  if (content.kind !== 'cell' || isRepeated(branch)) return false;
  const { expansion, inputs, content: filling } = content.cell;
  if (inputs.length > 0 || expansion === 'deeper') return true;
  const kind = filling?.kind;
  return expansion === 'repeated' && (kind === 'formula' || kind === 'rate' || kind === 'year');
}

/** The lines under a line. */
export function childrenOf(branch: Branch, explain: Explain): Branch[] {
  const { content } = branch;
  switch (content.kind) {
    case 'cell':
      return childrenOfCell(branch, explain(content.cell.place));
    case 'range':
      return branch.inner.map((input, index) => branchOf(branch, input, index, branch.parentValue));
    case 'deals':
      return childrenOfDeals(branch, numberOf(content.value));
    case 'flow':
    case 'outside':
    case 'unknown':
    case 'notRead':
      return [];
    default:
      return assertNever(content);
  }
}

function numberOf(value: CellValue): number | null {
  return typeof value === 'number' ? value : null;
}

function childrenOfCell(branch: Branch, cell: Explanation): Branch[] {
  const above = new Set([...branch.above, nameOfPlace(cell.place)]);
  const parent = { ...branch, readBy: cell.place, above };
  const whole = wholeOf(cell.inputs, numberOf(cell.value));
  const read = cell.inputs.map((input, index) => branchOf(parent, input, index, whole));
  const unread = cell.notRead.map((text): Branch => {
    return leafOf(parent, `${branch.id}/not ${text}`, { kind: 'notRead', text });
  });
  return [...read, ...unread];
}

/** What parts are shares of; null where parts of both signs would be more than the whole. */
function wholeOf(inputs: readonly ExplainedInput[], value: number | null): number | null {
  if (value === null || Math.abs(value) < NOTHING) return null;
  const isMore = inputs.some((input) => {
    const part =
      input.kind !== 'unknown' && input.contribution?.kind === 'part' ? input.contribution.value : 0;
    return Math.abs(part / value) > 1 + NOTHING;
  });
  return isMore ? null : value;
}

function leafOf(parent: Branch, id: string, content: BranchContent): Branch {
  const { readBy, above } = parent;
  return { id, content, contribution: null, parentValue: null, readBy, above, inner: [] };
}

function branchOf(parent: Branch, input: ExplainedInput, index: number, parentValue: number | null): Branch {
  const { readBy, above } = parent;
  const id = `${parent.id}/${index}`;
  switch (input.kind) {
    case 'cell': {
      const { cell, contribution } = input;
      return { id, content: { kind: 'cell', cell }, contribution, parentValue, readBy, above, inner: [] };
    }
    case 'range': {
      const { text, key, cells, contribution } = input;
      const inner = cells.filter((cell) => cell !== null);
      const content = { kind: 'range', text, key, count: inner.length } as const;
      return { id, content, contribution, parentValue, readBy, above, inner };
    }
    case 'deals': {
      const { text, value, flows, cells, contribution } = input;
      const content = { kind: 'deals', text, value, count: flows.length + cells.length } as const;
      const flowed = flows.map((flow) => ({ ...input, flows: [flow], cells: [] }));
      return { id, content, contribution, parentValue, readBy, above, inner: [...flowed, ...cells] };
    }
    case 'outside':
      return {
        ...leafOf(parent, id, { kind: 'outside', text: input.text }),
        contribution: input.contribution,
        parentValue,
      };
    case 'unknown':
      return leafOf(parent, id, { kind: 'unknown', text: input.text });
    default:
      return assertNever(input);
  }
}

function childrenOfDeals(branch: Branch, value: number | null): Branch[] {
  return branch.inner.map((input, index) => {
    const [flow] = input.kind === 'deals' ? input.flows : [];
    if (!flow) return branchOf(branch, input, index, value);
    const counted = countedAmount(flow);
    const contribution = counted === null ? null : ({ kind: 'part', value: counted } as const);
    const leaf = leafOf(branch, `${branch.id}/${index}`, { kind: 'flow', flow });
    return { ...leaf, contribution, parentValue: value };
  });
}

/** A line of the tree as it stands on screen. */
export interface TreeLine {
  readonly branch: Branch;
  /** 1 for the root. */
  readonly level: number;
  readonly position: number;
  readonly size: number;
  /** For each level above from the second on, whether its line goes on below. */
  readonly rails: readonly boolean[];
  readonly isOpen: boolean;
}

/** The lines of a tree in which these branches are open, from top to bottom. */
export function linesOf(root: Branch, open: ReadonlySet<string>, explain: Explain): TreeLine[] {
  const lines: TreeLine[] = [];
  const add = (branch: Branch, rails: readonly boolean[], position: number, size: number) => {
    const isOpen = open.has(branch.id) && canOpen(branch);
    lines.push({ branch, level: rails.length + 1, position, size, rails, isOpen });
    if (!isOpen) return;
    const children = childrenOf(branch, explain);
    children.forEach((child, index) => {
      add(child, [...rails, index < children.length - 1], index + 1, children.length);
    });
  };
  add(root, [], 1, 1);
  return lines;
}

const SHOWN_AT_FIRST = 14;
const DEEPEST_AT_FIRST = 2;

/** What is open at first: the root, then level by level as long as all of it can be seen at once. */
export function openAtFirst(root: Branch, explain: Explain): ReadonlySet<string> {
  const open = new Set<string>();
  let shown = 1;
  let front = [root];
  for (let depth = 0; depth < DEEPEST_AT_FIRST; depth++) {
    const next: Branch[] = [];
    for (const branch of front.filter(canOpen)) {
      const children = childrenOf(branch, explain);
      if (depth > 0 && shown + children.length > SHOWN_AT_FIRST) continue;
      open.add(branch.id);
      shown += children.length;
      next.push(...children);
    }
    front = next;
  }
  return open;
}
