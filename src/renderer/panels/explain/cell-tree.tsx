import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react';
import { explainCell, goToCell, openDeal } from '#renderer/store/hooks.ts';
import { addressOf } from '#renderer/store/value-place.ts';
import type { Explanation } from '#shared/analysis/explanation.ts';
import { canOpen, linesOf, openAtFirst, rootBranch, type TreeLine } from './branches.ts';
import { wantedPart } from './open-loop.ts';
import { TreeRow } from './tree-row.tsx';
import type { ExplainContext } from './use-explain.ts';
import './cell-tree.css';

interface TreeProps {
  readonly context: ExplainContext;
  readonly cell: Explanation;
}

/** A table whose rows open: the pattern of the ARIA practices keeps its elements and says so by role. */
const TREEGRID = { role: 'treegrid' } as const;
const HEADS = ['name', 'formula', 'value', 'unit', 'share', 'source'] as const;

/** What a cell comes from, branch by branch. */
export function CellTree({ context, cell }: TreeProps) {
  const { t } = context.words;
  const root = useMemo(() => rootBranch(cell), [cell]);
  const [open, setOpen] = useState(() => openAtFirst(root, context.explain));
  const [focused, setFocused] = useState(root.id);
  const lines = useMemo(() => linesOf(root, open, context.explain), [root, open, context]);
  const body = useRef<HTMLTableSectionElement>(null);
  useFirstFocus(body);
  const at = Math.max(
    0,
    lines.findIndex(({ branch }) => branch.id === focused),
  );
  const focus = (line: TreeLine | undefined) => {
    if (!line) return;
    setFocused(line.branch.id);
    body.current?.querySelector<HTMLElement>(`[data-line="${CSS.escape(line.branch.id)}"]`)?.focus();
  };
  const toggle = ({ branch, isOpen }: TreeLine) => {
    const next = new Set(open);
    if (isOpen) next.delete(branch.id);
    else next.add(branch.id);
    setOpen(next);
  };
  const press = (event: KeyboardEvent) => {
    const step = stepOf(event, lines, at);
    if (!step) return;
    event.preventDefault();
    if (step.kind === 'move') focus(lines[step.to]);
    else if (step.kind === 'toggle') toggle(step.line);
    else follow(context, step.line, event.shiftKey);
  };
  return (
    <table {...TREEGRID} className="panel-explain-tree" aria-label={t('tree.name')} onKeyDown={press}>
      <thead>
        <tr>
          {HEADS.map((head) => (
            <th key={head}>{t(`tree.${head}`)}</th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {lines.map((line, index) => (
          <TreeRow
            key={line.branch.id}
            context={context}
            line={line}
            isFocused={index === at}
            onFocus={() => setFocused(line.branch.id)}
            onToggle={() => toggle(line)}
            onFollow={() => follow(context, line, false)}
          />
        ))}
      </tbody>
    </table>
  );
}

/** A view that opens takes the focus, unless the person asked for another part of it. */
function useFirstFocus(body: React.RefObject<HTMLTableSectionElement | null>): void {
  useEffect(() => {
    if (wantedPart.getState().part === 'tree')
      body.current?.querySelector<HTMLElement>('tr')?.focus({ preventScroll: true });
  }, [body]);
}

type Step =
  | { readonly kind: 'move'; readonly to: number }
  | { readonly kind: 'toggle' | 'follow'; readonly line: TreeLine };

/** What a key means at a line; in Arabic branches open to the left. */
function stepOf(event: KeyboardEvent, lines: readonly TreeLine[], at: number): Step | null {
  const line = lines[at];
  if (!line || event.target instanceof HTMLButtonElement || event.ctrlKey || event.metaKey || event.altKey)
    return null;
  const isMirrored = document.documentElement.dir === 'rtl';
  switch (event.key) {
    case 'ArrowDown':
      return { kind: 'move', to: Math.min(lines.length - 1, at + 1) };
    case 'ArrowUp':
      return { kind: 'move', to: Math.max(0, at - 1) };
    case 'Home':
      return { kind: 'move', to: 0 };
    case 'End':
      return { kind: 'move', to: lines.length - 1 };
    case 'Enter':
      return { kind: 'follow', line };
    case 'ArrowRight':
      return isMirrored ? outward(lines, at, line) : inward(at, line);
    case 'ArrowLeft':
      return isMirrored ? inward(at, line) : outward(lines, at, line);
    default:
      return null;
  }
}

function inward(at: number, line: TreeLine): Step | null {
  if (line.isOpen) return { kind: 'move', to: at + 1 };
  return canOpen(line.branch) ? { kind: 'toggle', line } : null;
}

function outward(lines: readonly TreeLine[], at: number, line: TreeLine): Step | null {
  if (line.isOpen) return { kind: 'toggle', line };
  const parent = lines.slice(0, at).findLastIndex(({ level }) => level < line.level);
  return parent < 0 ? null : { kind: 'move', to: parent };
}

/** Goes to what a line stands for: the cell in the grid or in this view, or the deal. */
function follow({ words }: ExplainContext, { branch }: TreeLine, inPlace: boolean): void {
  const { content } = branch;
  if (content.kind === 'flow') openDeal(content.flow.deal);
  if (content.kind !== 'cell') return;
  const cell = addressOf(words.scenario.timeline, content.cell.place);
  if (inPlace) explainCell(cell);
  else goToCell(cell);
}
