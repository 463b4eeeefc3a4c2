import { sameValue } from '#shared/engine/row-store.ts';
import type { BindingLevel } from '#shared/model/deal.ts';
import { readsAt } from './cell-formula.ts';
import { flowsOf } from './cell-inputs.ts';
import { countedAmount, type MatchedFlow } from './deal-flows.ts';
import type { ValuePlace, ViewedModel } from './viewed-model.ts';

/** A flow that a cell counts, on both sides; a side is null where there is no such flow. */
export interface DealChange {
  readonly deal: string;
  readonly tranche: number | null;
  readonly before: DealSide | null;
  readonly after: DealSide | null;
}

export interface DealSide {
  readonly level: BindingLevel;
  /** As counted, with the weight of its level; null where it is no number. */
  readonly amount: number | null;
}

/**
 * Flows that the deals themselves make otherwise: another level, another amount, or none. What only
 * differs because a row behind it does is left to that row.
 */
export function changedDeals(before: ViewedModel, after: ViewedModel, place: ValuePlace): DealChange[] {
  const content = after.content(place);
  const text = content?.kind === 'formula' || content?.kind === 'rate' ? content.formula : null;
  if (text === null) return [];
  const [old, now] = [flowsAt(before, place, text), flowsAt(after, place, text)];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((name) => {
    const [one, other] = [old.get(name), now.get(name)];
    const flow = other ?? one;
    if (
      !flow ||
      isSame(one, other) ||
      (one?.level === other?.level && one && followsChange(before, after, one))
    )
      return [];
    return [{ deal: flow.deal, tranche: flow.tranche, before: sideOf(one), after: sideOf(other) }];
  });
}

function flowsAt(model: ViewedModel, place: ValuePlace, text: string): Map<string, MatchedFlow> {
  const expression = model.parse(text);
  const reads = expression ? readsAt(model, place, expression) : [];
  const flows = reads.flatMap((read) =>
    read.kind === 'deals'
      ? flowsOf(model, place, read).map((flow) => [nameOf(read.id, flow), flow] as const)
      : [],
  );
  return new Map(flows);
}

function nameOf(id: string, { deal, tranche, period }: MatchedFlow): string {
  return JSON.stringify([id, deal, tranche, period]);
}

function isSame(a: MatchedFlow | undefined, b: MatchedFlow | undefined): boolean {
  return a !== undefined && b !== undefined && a.level === b.level && sameValue(a.amount, b.amount);
}

/** The same promise at the same level, whose amount follows a row that differs. */
function followsChange(before: ViewedModel, after: ViewedModel, flow: MatchedFlow): boolean {
  return flow.items.some((key) =>
    after.calendar.columns.some(
      ({ index }) =>
        index <= flow.period && !sameValue(before.quarter(key, index), after.quarter(key, index)),
    ),
  );
}

function sideOf(flow: MatchedFlow | undefined): DealSide | null {
  return flow ? { level: flow.level, amount: countedAmount(flow) } : null;
}
