import { createEngine } from '../../src/shared/engine/engine.ts';
import { asOfRange } from '../../src/shared/model/as-of-days.ts';
import { dayAt, dayNumber, type IsoDate } from '../../src/shared/model/date.ts';
import type { Content, ItemKey } from '../../src/shared/model/line-item.ts';
import type { Scenario } from '../../src/shared/model/scenario.ts';
import { compare, type Line, line, shareOfFrame, times } from './measure.ts';

const BASE = { caseId: null, asOf: null };

/** P5, P15, another as-of date and the cost of the loop, on the shipped scenario. */
export function shippedLines(scenario: Scenario): Line[] {
  return [...editAndFull(scenario), ...asOfSteps(scenario), loopCost(scenario)];
}

function withContent(scenario: Scenario, key: ItemKey, content: Content): Scenario {
  const item = scenario.items[key];
  if (!item) throw new Error(`the shipped scenario has no ${key}`);
  return { ...scenario, items: { ...scenario.items, [key]: { ...item, content } } };
}

function editAndFull(scenario: Scenario): Line[] {
  const engine = createEngine(scenario, BASE);
  const key = 'arpu_scale';
  const versions = [1.01, 1.02].map((value) => withContent(scenario, key, { kind: 'constant', value }));
  let turn = 0;
  const edit = (): void => {
    turn = 1 - turn;
    engine.update(versions[turn] ?? scenario, { items: [key], everything: false });
  };
  const full = (): void => void createEngine(scenario, BASE);
  return [
    shareOfFrame('P5', 'shipped scenario, edit of one driver', '≤ 5%', times(edit)),
    shareOfFrame('P15', 'shipped scenario, compile and full calculation', '≤ 1', times(full)),
  ];
}

/** The slider over all days that the scenario knows of, day by day. */
function asOfSteps(scenario: Scenario): Line[] {
  const { first, last } = asOfRange(scenario);
  const days: IsoDate[] = [];
  for (let day = dayNumber(first); day <= dayNumber(last); day++) days.push(dayAt(day));
  const engine = createEngine(scenario, BASE);
  const drag = (): number[] =>
    days.map((asOf) => {
      const start = performance.now();
      engine.look({ caseId: null, asOf });
      return performance.now() - start;
    });
  for (let round = 0; round < 3; round++) drag();
  const steps = [drag(), drag(), drag()].flat();
  const what = `as-of step, ${days.length} days`;
  return [
    shareOfFrame('as-of', `${what}, median`, '≤ 0.5', steps, 0.5),
    shareOfFrame('as-of', `${what}, 95th percentile`, '≤ 0.5', steps, 0.95),
  ];
}

/** The loop of interest ÷ the same with interest on the opening balance, which closes no loop. */
function loopCost(scenario: Scenario): Line {
  const cut = ['interest_income', 'interest_cost'].reduce((changed, key) => {
    const content = changed.items[key]?.content;
    if (content?.kind !== 'formula') throw new Error(`the shipped scenario has no formula in ${key}`);
    const formula = content.formula.replaceAll(/\((\w+)\[-1\] \+ \1\) \/ 2/g, '$1[-1]');
    return withContent(changed, key, { kind: 'formula', formula });
  }, scenario);
  if (createEngine(cut, BASE).loops().length > 0) throw new Error('the loop is not cut');
  const measured = compare(
    () => void createEngine(scenario, BASE),
    () => void createEngine(cut, BASE),
  );
  return line('loop', 'full calculation with the loop ÷ with the loop cut', '≤ 1.2', measured, 'above');
}
