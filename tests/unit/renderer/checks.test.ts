import { describe, expect, it } from 'vitest';
import { checkStates, errorCells, overrideCells } from '#renderer/store/checks.ts';
import { rangeFigures } from '#renderer/store/range-figures.ts';
import { createEngine } from '#shared/engine/engine.ts';
import { buildCase, buildItem, buildScenario, byPeriod, constant, formula } from '#tests/support/builders.ts';

const BASE = { caseId: null, asOf: null };
const check = (key: string, text: string) =>
  buildItem(key, formula(text), { role: 'check', aggregation: 'all' });

describe('what needs attention', () => {
  it('passes a check only when it is TRUE everywhere: an error or a blank is no pass', () => {
    const scenario = buildScenario([
      buildItem('a', byPeriod(1, 2, 0, 4)),
      buildItem('blank', constant(null)),
      check('fine', 'a >= 0'),
      check('low', 'a > 0'),
      check('broken', '1 / a > 0'),
      buildItem('empty', constant(null), { role: 'check', aggregation: 'all' }),
    ]);
    const states = checkStates(scenario, createEngine(scenario, BASE).rows());
    expect(states.passed).toEqual(['fine']);
    expect(states.failed.map(({ key, column }) => [key, column.slice(4)])).toEqual([
      ['low', 'Q3'],
      ['broken', 'Q3'],
      ['empty', 'Q1'],
    ]);
  });

  it('names the earliest error of each row once', () => {
    const scenario = buildScenario([
      buildItem('a', byPeriod(1, 0, 0, 4)),
      buildItem('b', formula('1 / a')),
      buildItem('c', formula('b + 1')),
    ]);
    const cells = errorCells(scenario, createEngine(scenario, BASE).rows());
    expect(cells.map(({ key, column }) => `${key} ${column.slice(4)}`)).toEqual(['b Q2', 'c Q2']);
  });

  it('lists overrides of the base and of the case on screen, in the order of rows', () => {
    const scenario = buildScenario(
      [buildItem('a', formula('1'), { overrides: { [`${yearOf()}Q2`]: 5 } }), buildItem('b', constant(1))],
      { cases: [buildCase('high', { b: { content: constant(2) } })] },
    );
    expect(overrideCells(scenario, null).map((cell) => cell.key)).toEqual(['a']);
    expect(overrideCells(scenario, 'high').map((cell) => cell.key)).toEqual(['a', 'b']);
  });
});

describe('figures of a range', () => {
  const scenario = buildScenario([
    buildItem('a', byPeriod(1, 2, null, 4), { unit: 'USD bn' }),
    buildItem('b', byPeriod(10, 20, 30, 40), { unit: '%' }),
  ]);
  const rows = createEngine(scenario, BASE).rows();
  const cells = (key: string, ...quarters: number[]) =>
    quarters.map((quarter) => ({ key, column: `${yearOf()}Q${quarter}` }));

  it('leaves blanks out of sum and average instead of counting them as zero', () => {
    expect(rangeFigures(scenario, rows, cells('a', 1, 2, 3))).toEqual({
      cells: 3,
      numbers: 2,
      sum: 3,
      least: 1,
      most: 2,
      average: 1.5,
    });
  });

  it('does not add per cent to dollars', () => {
    const mixed = rangeFigures(scenario, rows, [...cells('a', 1), ...cells('b', 1)]);
    expect(mixed.sum).toBeNull();
    expect(mixed.average).toBeNull();
    expect(mixed.numbers).toBe(2);
  });

  it('reads year columns too', () => {
    const year = rangeFigures(scenario, rows, [{ key: 'b', column: yearOf() }]);
    expect(year.sum).toBe(100);
  });
});

function yearOf(): string {
  return buildScenario([]).timeline.start.slice(0, 4);
}
