import { useTranslation } from 'react-i18next';
import type { ShownLevel } from './register-rows.ts';

const MIDDLE = { cx: 6, cy: 6, r: 4.75 } as const;
const DASHES: Partial<Record<ShownLevel, string>> = { announced: '3 2', rumoured: '0.1 2.4' };

/** A binding level as a pattern with its word. */
export function LevelMark({ level }: { readonly level: ShownLevel }) {
  const { t } = useTranslation('deals');
  return (
    <span className="panel-deals-level">
      <LevelGlyph level={level} />
      {level === 'lapsed' ? t('lapsed') : t(`charts:level.${level}`)}
    </span>
  );
}

/** Solid, tint with line, half, dashed outline, dotted outline; a stroke through what has ended. */
export function LevelGlyph({ level }: { readonly level: ShownLevel }) {
  const ended = level === 'lapsed';
  const line = { stroke: ended ? 'var(--text-3)' : 'var(--c-fund)', strokeWidth: 1.5 };
  const filled = level === 'cash' || level === 'signed';
  return (
    <svg width={12} height={12} viewBox="0 0 12 12" aria-hidden="true">
      <circle
        {...MIDDLE}
        style={{
          ...line,
          fill: filled ? 'var(--c-fund)' : 'none',
          fillOpacity: level === 'signed' ? 0.35 : 1,
          strokeDasharray: DASHES[level],
          strokeLinecap: level === 'rumoured' ? 'round' : 'butt',
        }}
      />
      {level === 'conditional' && (
        <path d="M6 1.25A4.75 4.75 0 0 1 6 10.75Z" style={{ fill: 'var(--c-fund)' }} />
      )}
      {ended && <path d="M2.8 9.2L9.2 2.8" style={line} />}
    </svg>
  );
}
