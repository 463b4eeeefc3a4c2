import { type RefObject, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStore } from 'zustand';
import { yearGroups } from '#renderer/store/columns.ts';
import {
  type CellAddress,
  cellName,
  useAllRows,
  useScenario,
  useSession,
  useViewpoint,
} from '#renderer/store/hooks.ts';
import { type Traced, type TracedCell, tracedCells, tracingStore } from '#renderer/store/tracing.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import type { Language } from '#shared/model/text.ts';
import { periodText } from '#shared/report/time-text.ts';
import { whenDrawn } from '../find/when-drawn.ts';
import { type Arrow, type Layout, type Link, layoutArrows, type Rect, type Stub } from './arrow-layout.ts';
import { type Measured, measureSheet, spotOf } from './measure-sheet.ts';

interface Trace extends Traced {
  readonly cells: readonly TracedCell[];
}

interface Picture extends Layout {
  readonly area: Rect;
}

interface Props {
  readonly root: RefObject<HTMLDivElement | null>;
  readonly announce: (text: string) => void;
}

/** Arrows over the cells; a screen reader gets the cells as a list. */
export function TraceArrows({ root, announce }: Props) {
  const { t } = useTranslation('find');
  const traces = useTraces();
  const picture = usePicture(root, traces);
  const count = traces.reduce((sum, { cells }) => sum + cells.length, 0);
  useEffect(() => {
    if (count > 0) announce(t('trace.said', { count }));
  }, [count, announce, t]);
  if (traces.length === 0) return null;
  return (
    <>
      <SaidTraces traces={traces} />
      {picture && <DrawnArrows picture={picture} />}
    </>
  );
}

const NO_TRACES: readonly Trace[] = [];

/** The ends of all arrows, again after each recalculation. */
function useTraces(): readonly Trace[] {
  const { arrows } = useStore(tracingStore);
  const scenario = useScenario((whole) => whole);
  const rows = useAllRows();
  const viewpoint = useViewpoint();
  return useMemo(() => {
    if (arrows.length === 0 || !scenario || !rows || !viewpoint) return NO_TRACES;
    return arrows.map((traced) => ({ ...traced, cells: tracedCells(traced) }));
  }, [arrows, scenario, rows, viewpoint]);
}

/** Measures the sheet anew whenever it is drawn, scrolled or sized. */
function usePicture(root: RefObject<HTMLDivElement | null>, traces: readonly Trace[]): Picture | null {
  const [picture, setPicture] = useState<Picture | null>(null);
  const language = useSession((session) => session.language);
  const scenario = useScenario((whole) => whole);
  useEffect(() => {
    const element = root.current;
    if (!element || traces.length === 0) {
      setPicture(null);
      return undefined;
    }
    const order = { rows: scenario.itemOrder, columns: columnsOf(scenario), rtl: language === 'ar' };
    const draw = () => {
      const sheet = measureSheet(element, order);
      setPicture(
        sheet && {
          area: sheet.area,
          ...layoutArrows(sheet.area, linksOf(sheet, traces, scenario, language)),
        },
      );
    };
    draw();
    return whenDrawn(element, draw);
  }, [root, traces, scenario, language]);
  return picture;
}

function columnsOf({ timeline }: Scenario): string[] {
  return yearGroups(timeline, timeline.asOf).flatMap(({ quarters, total }) => [
    ...quarters.map(({ id }) => id),
    total.id,
  ]);
}

function linksOf(sheet: Measured, traces: readonly Trace[], scenario: Scenario, language: Language): Link[] {
  return traces.flatMap(({ origin, direction, cells }) =>
    cells.map(({ cell, failed }): Link => {
      const [from, to] = direction === 'precedents' ? [cell, origin] : [origin, cell];
      const ends = { from: spotOf(sheet, from, to), to: spotOf(sheet, to, from) };
      const hidden = ends.from.kind === 'beyond' ? from : to;
      return { ...ends, failed, label: cellWords(scenario, language, hidden) };
    }),
  );
}

/** `Revenue, Q1 2027`. */
export function cellWords(scenario: Scenario, language: Language, { key, column }: CellAddress): string {
  const label = itemOf(scenario, key)?.label[language] ?? key;
  return `${label}${language === 'ar' ? '،' : ','} ${periodText(column, language)}`;
}

function SaidTraces({ traces }: { readonly traces: readonly Trace[] }) {
  const { t } = useTranslation('find');
  const scenario = useScenario((whole) => whole);
  const language = useSession((session) => session.language);
  return (
    <div className="grid-trace-said">
      {traces.map(({ origin, direction, cells }) => (
        <div key={`${direction} ${cellName(origin)}`}>
          <p>
            {t(`trace.${direction}`, { cell: cellWords(scenario, language, origin), count: cells.length })}
          </p>
          <ul>
            {cells.map(({ cell, failed }) => (
              <li key={cellName(cell)}>
                {cellWords(scenario, language, cell)}
                {failed && ` (${t('trace.error')})`}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </div>
  );
}

function DrawnArrows({ picture }: { readonly picture: Picture }) {
  const { area, arrows, stubs } = picture;
  return (
    <div
      className="grid-trace"
      aria-hidden
      style={{ left: area.x, top: area.y, width: area.width, height: area.height }}
    >
      <svg
        aria-hidden
        width={area.width}
        height={area.height}
        viewBox={`${area.x} ${area.y} ${area.width} ${area.height}`}
      >
        {arrows.map((arrow) => (
          <ArrowShape key={`${arrow.from.x} ${arrow.from.y} ${arrow.to.x} ${arrow.to.y}`} arrow={arrow} />
        ))}
      </svg>
      {stubs.map((stub) => (
        <div
          key={stub.side}
          className={`grid-trace-stub grid-trace-stub--${stub.side}${stub.failed ? ' grid-trace-stub--failed' : ''}`}
          style={stubPlace(picture, stub)}
        >
          <bdi>{stub.label}</bdi>
          {stub.more > 0 && <span dir="ltr">+{stub.more}</span>}
        </div>
      ))}
    </div>
  );
}

/** Half of the widest label: it stays inside the area. */
const HALF_LABEL = 84;
const LABEL_HEIGHT = 26;

/** Over or under the line; beside it where the label would lie on a cell that the arrows are about. */
function stubPlace(
  { area, arrows }: Picture,
  { side, at }: Stub,
): { readonly left?: number; readonly top?: number } {
  if (side === 'left' || side === 'right') return { top: at.y - area.y };
  const ends = arrows.flatMap(({ from, to, dot, head }) => [...(dot ? [from] : []), ...(head ? [to] : [])]);
  const covered = ends.find(
    ({ x, y }) => Math.abs(y - at.y) < LABEL_HEIGHT && Math.abs(x - at.x) < HALF_LABEL + LABEL_HEIGHT,
  );
  const room = at.x - area.x > area.width / 2 ? -1 : 1;
  // A number reaches further to the right of its arrow than to the left.
  const x = covered ? covered.x + room * (HALF_LABEL + (room > 0 ? 50 : 18)) : at.x;
  const most = Math.max(HALF_LABEL, area.width - HALF_LABEL);
  return { left: Math.min(Math.max(x - area.x, HALF_LABEL), most) };
}

const HEAD = { length: 9, half: 3.5 } as const;

function ArrowShape({ arrow: { from, to, dot, head, failed } }: { readonly arrow: Arrow }) {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const [dx, dy] = [(to.x - from.x) / length, (to.y - from.y) / length];
  const base = { x: to.x - dx * HEAD.length, y: to.y - dy * HEAD.length };
  const corner = (side: 1 | -1) => `${base.x - side * dy * HEAD.half},${base.y + side * dx * HEAD.half}`;
  return (
    <g className={failed ? 'grid-trace-arrow grid-trace-arrow--failed' : 'grid-trace-arrow'}>
      <line x1={from.x} y1={from.y} x2={head ? base.x : to.x} y2={head ? base.y : to.y} />
      {dot && <circle cx={from.x} cy={from.y} r={3} />}
      {head && <polygon points={`${to.x},${to.y} ${corner(1)} ${corner(-1)}`} />}
    </g>
  );
}
