import type { CSSProperties } from 'react';
import type { BindingLevel } from '#shared/model/deal.ts';
import type { SeriesLook } from '#shared/report/chart-series.ts';
import { assertNever } from '#shared/util/assert-never.ts';
import type { Box } from './place-labels.ts';

const FUND = 'var(--c-fund)';
const OUTLINE = 1.5;
const INVISIBLE = 0.6;

const GROUP_COLOURS = {
  cloud: 'var(--c-obl-cloud)',
  chips: 'var(--c-obl-chips)',
  operations: 'var(--c-obl-ops)',
  share: 'var(--c-obl-share)',
} as const;

/** Texts need more contrast than areas. */
const GROUP_TEXT_COLOURS = {
  cloud: 'var(--c-obl-cloud)',
  chips: 'var(--c-obl-chips-t)',
  operations: 'var(--c-obl-ops)',
  share: 'var(--c-obl-chips-t)',
} as const;

export function groupTextColour(group: keyof typeof GROUP_TEXT_COLOURS): string {
  return GROUP_TEXT_COLOURS[group];
}

/** The hatch of conditional money; one per chart, under an id of its own. */
export function HatchPattern({ id }: { readonly id: string }) {
  return (
    <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
      <rect width="5" height="5" style={{ fill: FUND, fillOpacity: 0.14 }} />
      <rect width="2" height="5" style={{ fill: FUND, fillOpacity: 0.85 }} />
    </pattern>
  );
}

export interface SegmentRectProps {
  readonly look: SeriesLook;
  readonly box: Box;
  readonly hatchId: string;
}

/** A piece of a bar in the colour and pattern of its series. */
export function SegmentRect({ look, box, hatchId }: SegmentRectProps) {
  if (box.width < INVISIBLE || box.height < INVISIBLE) return null;
  switch (look.kind) {
    case 'revenue':
      return <rect {...box} style={{ fill: 'var(--c-revenue)' }} />;
    case 'drawn':
      return <rect {...box} style={{ fill: 'var(--c-neutral)', fillOpacity: 0.38 }} />;
    case 'obligation':
      return <rect {...box} style={{ fill: GROUP_COLOURS[look.group] }} />;
    case 'level':
    case 'repaid':
      return <LevelRect level={look.level} box={box} hatchId={hatchId} />;
    default:
      return assertNever(look);
  }
}

export interface LevelRectProps {
  readonly level: BindingLevel;
  readonly box: Box;
  readonly hatchId: string;
}

/** Binding level by pattern: solid, tint, hatch, dashes, dots; the outline lies inside the box. */
export function LevelRect({ level, box, hatchId }: LevelRectProps) {
  if (level === 'cash') return <rect {...box} style={{ fill: FUND }} />;
  return <rect {...inset(box, OUTLINE / 2)} style={{ ...OUTLINED, ...levelStyle(level, hatchId) }} />;
}

const OUTLINED: CSSProperties = { stroke: FUND, strokeWidth: OUTLINE };

function levelStyle(level: Exclude<BindingLevel, 'cash'>, hatchId: string): CSSProperties {
  switch (level) {
    case 'signed':
      return { fill: FUND, fillOpacity: 0.42 };
    case 'conditional':
      return { fill: `url(#${hatchId})` };
    case 'announced':
      return { fill: 'var(--bg-surface)', strokeDasharray: '4 3' };
    case 'rumoured':
      return { fill: 'var(--bg-surface)', strokeDasharray: '0.1 3', strokeLinecap: 'round' };
    default:
      return assertNever(level);
  }
}

function inset(box: Box, by: number): Box {
  return {
    x: box.x + by,
    y: box.y + by,
    width: Math.max(0.5, box.width - 2 * by),
    height: Math.max(0.5, box.height - 2 * by),
  };
}
