import { describe, expect, it } from 'vitest';
import { type Link, layoutArrows } from '#renderer/grid/trace/arrow-layout.ts';
import { type Measured, spotOf } from '#renderer/grid/trace/measure-sheet.ts';
import { boxesOf } from '#renderer/grid/trace/walk-boxes.ts';

const AREA = { x: 300, y: 60, width: 400, height: 240 };

/** Rows of 24 px from the upper edge, columns of 50 px from the start side; row `up` is scrolled out above. */
function sheet(rtl: boolean): Measured {
  const rows = ['up', 'a', 'b', 'closed', 'down'];
  const columns = ['2025Q4', '2026Q1', '2026Q2', '2026Q3'];
  const tops: Record<string, number> = { up: 30, a: 70, b: 94, down: 400 };
  const lefts = rtl ? [720, 600, 550, 250] : [250, 300, 350, 720];
  return {
    area: AREA,
    rtl,
    rowRank: (key) => rows.indexOf(key),
    columnRank: (column) => columns.indexOf(column),
    rowAt: (key) => (tops[key] === undefined ? null : { y: tops[key], height: 24 }),
    columnAt: (column) => {
      const x = lefts[columns.indexOf(column)];
      return x === undefined ? null : { x, width: 50 };
    },
  };
}
const here = { key: 'a', column: '2026Q1' };
const side = (rtl: boolean, key: string, column: string) => {
  const spot = spotOf(sheet(rtl), { key, column }, here);
  return spot.kind === 'shown' ? 'shown' : spot.side;
};

describe('where a cell lies', () => {
  it('is shown only when it is clear of heads, frozen columns and pinned rows', () => {
    expect(side(false, 'b', '2026Q2')).toBe('shown');
    expect(side(false, 'up', '2026Q1'), 'under the heads').toBe('top');
    expect(side(false, 'down', '2026Q1'), 'under the pinned rows').toBe('bottom');
    expect(side(false, 'closed', '2026Q1'), 'in a closed section further down').toBe('bottom');
  });

  it('lies beyond the side to which time runs', () => {
    expect([side(false, 'a', '2025Q4'), side(false, 'a', '2026Q3')]).toEqual(['left', 'right']);
    expect([side(true, 'a', '2025Q4'), side(true, 'a', '2026Q3')]).toEqual(['right', 'left']);
    expect([side(false, 'a', '2027Q1'), side(true, 'a', '2027Q1')], 'not drawn at all').toEqual([
      'left',
      'right',
    ]);
  });
});

describe('arrows', () => {
  const shown = (x: number, y: number) => ({ kind: 'shown', rect: { x, y, width: 40, height: 24 } }) as const;
  const beyond = { kind: 'beyond', side: 'bottom', at: 500 } as const;
  const link = (from: Link['from'], to: Link['to'], label: string, failed = false): Link => ({
    from,
    to,
    label,
    failed,
  });

  it('run from a dot at the cell that is read to a point at the cell that reads', () => {
    const [arrow] = layoutArrows(AREA, [link(shown(320, 70), shown(420, 118), 'a')]).arrows;
    expect(arrow).toMatchObject({ from: { x: 329, y: 82 }, to: { x: 429, y: 130 }, dot: true, head: true });
  });

  it('that leave the screen at one side share one label with a count, and stay inside', () => {
    const { arrows, stubs } = layoutArrows(AREA, [
      link(beyond, shown(320, 70), 'first'),
      link(beyond, shown(320, 70), 'second', true),
    ]);
    expect(arrows).toHaveLength(1);
    expect(arrows[0]).toMatchObject({ dot: false, failed: true });
    expect(stubs).toMatchObject([{ side: 'bottom', label: 'first', more: 1, failed: true }]);
    expect(stubs[0]?.at.y).toBeLessThan(AREA.y + AREA.height);
  });

  it('are not drawn between two cells that are both out of sight', () => {
    expect(layoutArrows(AREA, [link(beyond, beyond, 'a')])).toEqual({ arrows: [], stubs: [] });
  });
});

describe('selecting what a cell reads', () => {
  it('joins neighbours in a row and leaves out what is not on screen', () => {
    const cells = [
      { key: 'b', column: '2026Q1' },
      { key: 'a', column: '2026Q2' },
      { key: 'a', column: '2026Q1' },
      { key: 'closed', column: '2026Q1' },
    ];
    expect(boxesOf(cells, ['a', 'b'], ['2025Q4', '2026Q1', '2026Q2'])).toEqual([
      { top: 0, bottom: 0, start: 2, end: 3 },
      { top: 1, bottom: 1, start: 2, end: 2 },
    ]);
  });
});
