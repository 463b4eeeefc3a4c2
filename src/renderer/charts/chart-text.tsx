import type { CSSProperties } from 'react';

export type Anchor = 'start' | 'middle' | 'end';

export interface ChartTextProps {
  readonly x: number;
  readonly y: number;
  readonly children: string;
  readonly size: number;
  /** Physical: `start` is the left end, in Arabic too. */
  readonly anchor?: Anchor;
  readonly weight?: number;
  readonly fill?: string;
  /** A line in the colour of the surface around the letters. */
  readonly halo?: boolean;
}

const ARABIC = /[\u0600-\u06ff]/;

/** A text of a chart. Charts are laid out left to right; Arabic words keep their own direction inside. */
export function ChartText(props: ChartTextProps) {
  const { x, y, size, anchor = 'start', weight = 400, fill = 'var(--text-3)', halo = false } = props;
  const style: CSSProperties = { fontSize: size, fontWeight: weight, fill };
  if (ARABIC.test(props.children)) style.unicodeBidi = 'plaintext';
  if (halo) {
    Object.assign(style, {
      paintOrder: 'stroke',
      stroke: 'var(--c-halo)',
      strokeWidth: 3,
      strokeLinejoin: 'round',
    });
  }
  return (
    <text x={x} y={y} textAnchor={anchor} style={style}>
      {props.children}
    </text>
  );
}

/** The other end when a chart is mirrored. */
export function mirrored(anchor: Anchor, mirror: boolean): Anchor {
  if (!mirror || anchor === 'middle') return anchor;
  return anchor === 'start' ? 'end' : 'start';
}
