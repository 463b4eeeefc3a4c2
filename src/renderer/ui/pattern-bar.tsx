import { useId, useLayoutEffect, useRef, useState } from 'react';
import './pattern-bar.css';

/** How firm money is: the pattern carries the meaning, the colour repeats it. */
export type Pattern = 'solid' | 'tint' | 'hatch' | 'dashed' | 'dotted' | 'gap';

export interface BarPart {
  readonly id: string;
  readonly pattern: Pattern;
  /** Part of the whole, 0 to 1. */
  readonly share: number;
  /** Drawn when it fits, else the short text, else nothing. */
  readonly text: string;
  readonly shortText: string;
}

export interface PatternBarProps {
  readonly parts: readonly BarPart[];
  /** Says all parts in words. */
  readonly label: string;
  readonly height?: number;
}

const SPACE = 1;
const CHARACTER = 6.3;
const MARGIN = 6;
/** On a hatch the text has a plate, and the hatch must still be seen on both sides. */
const PLATE_MARGIN = 40;

/** Parts of a whole side by side. Widths follow the room there is. */
export function PatternBar({ parts, label, height = 20 }: PatternBarProps) {
  const hatch = useId();
  const box = useRef<HTMLDivElement>(null);
  const width = useWidth(box);
  const rtl = box.current !== null && getComputedStyle(box.current).direction === 'rtl';
  const starts = parts.map((_, at) => parts.slice(0, at).reduce((sum, part) => sum + part.share, 0));
  return (
    <div className="ui-bar" ref={box} style={{ blockSize: height }}>
      <svg width={width} height={height} role="img" aria-label={label} direction="ltr">
        <defs>
          <pattern
            id={hatch}
            width="5"
            height="5"
            patternUnits="userSpaceOnUse"
            patternTransform="rotate(45)"
          >
            <rect width="5" height="5" fill="var(--c-fund)" opacity="0.14" />
            <rect width="2" height="5" fill="var(--c-fund)" opacity="0.85" />
          </pattern>
        </defs>
        {parts.map((part, at) => {
          const span = Math.max(0, part.share * width - (at > 0 ? SPACE : 0));
          const start = (starts[at] ?? 0) * width + (at > 0 ? SPACE : 0);
          const x = rtl ? width - start - span : start;
          return <Part key={part.id} part={part} x={x} span={span} height={height} hatch={hatch} />;
        })}
      </svg>
    </div>
  );
}

interface PartProps {
  readonly part: BarPart;
  readonly x: number;
  readonly span: number;
  readonly height: number;
  readonly hatch: string;
}

function Part({ part, x, span, height, hatch }: PartProps) {
  const margin = part.pattern === 'hatch' ? PLATE_MARGIN : MARGIN;
  const text = [part.text, part.shortText, ''].find((one) => one.length * CHARACTER + margin <= span) ?? '';
  const outlined = part.pattern !== 'solid' && part.pattern !== 'gap';
  const inset = outlined ? 0.75 : 0;
  const plate = text.length * CHARACTER + 8;
  return (
    <g>
      <title>{part.text}</title>
      <rect
        className={`ui-bar-part ui-bar-part--${part.pattern}`}
        x={x + inset}
        y={inset}
        width={Math.max(0.5, span - 2 * inset)}
        height={height - 2 * inset}
        {...(part.pattern === 'hatch' && { fill: `url(#${hatch})` })}
      />
      {text !== '' && part.pattern === 'hatch' && (
        <rect
          className="ui-bar-plate"
          x={x + span / 2 - plate / 2}
          y={3}
          width={plate}
          height={height - 6}
          rx={3}
        />
      )}
      <text
        className={outlined ? 'ui-bar-text' : 'ui-bar-text ui-bar-text--on-solid'}
        x={x + span / 2}
        y={height / 2 + 4}
      >
        {text}
      </text>
    </g>
  );
}

function useWidth(box: React.RefObject<HTMLDivElement | null>): number {
  const [width, setWidth] = useState(0);
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    const measure = () => setWidth(element.clientWidth);
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, [box]);
  return width;
}
