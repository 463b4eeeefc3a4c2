import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { goToHit, indexOfHit } from '#renderer/store/finding.ts';
import { useScenario, useSession } from '#renderer/store/hooks.ts';
import { type FindHit, nameOfHit } from '#shared/analysis/find-texts.ts';
import { replacementOf } from '#shared/analysis/replace-texts.ts';
import { HitRow } from './hit-row.tsx';

interface Props {
  readonly id: string;
  readonly hits: readonly FindHit[];
  readonly at: string | null;
  /** What would be written; null when nothing is being replaced. */
  readonly by: string | null;
}

const HEIGHT = { found: 26, replaced: 46 } as const;
/** Rows drawn at once: more than the list shows. */
const WINDOW = 16;

/** All hits. Only those in view are drawn; the field above holds the focus. */
export function HitList({ id, hits, at, by }: Props) {
  const { t } = useTranslation('find');
  const scenario = useScenario((whole) => whole);
  const language = useSession((session) => session.language);
  const list = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const height = by === null ? HEIGHT.found : HEIGHT.replaced;
  const index = indexOfHit(hits, at);
  const first = Math.max(0, Math.min(Math.floor(top / height) - 4, hits.length - WINDOW));
  useEffect(() => {
    const element = list.current;
    if (!element || index < 0) return;
    const above = index * height;
    if (above < element.scrollTop) element.scrollTop = above;
    else if (above + height > element.scrollTop + element.clientHeight)
      element.scrollTop = above + height - element.clientHeight;
  }, [index, height]);
  return (
    <div
      ref={list}
      id={id}
      role="listbox"
      aria-label={t('hits')}
      className="grid-find-list"
      onScroll={(event) => setTop(event.currentTarget.scrollTop)}
    >
      <div role="presentation" style={{ blockSize: hits.length * height, position: 'relative' }}>
        {hits.slice(first, first + WINDOW).map((hit, offset) => (
          <div
            key={nameOfHit(hit)}
            id={hitId(id, first + offset)}
            role="option"
            tabIndex={-1}
            aria-selected={first + offset === index}
            aria-posinset={first + offset + 1}
            aria-setsize={hits.length}
            className="grid-find-hit"
            style={{ insetBlockStart: (first + offset) * height, blockSize: height }}
            onPointerDown={(event) => {
              event.preventDefault();
              goToHit(hit);
            }}
          >
            <HitRow
              hit={hit}
              scenario={scenario}
              language={language}
              replacement={by === null ? null : replacementOf(scenario, hit, by)}
            />
          </div>
        ))}
      </div>
    </div>
  );
}

export const hitId = (list: string, index: number) => `${list}-${index}`;
