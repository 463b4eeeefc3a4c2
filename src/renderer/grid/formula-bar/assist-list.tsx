import { Calendar, SquareFunction, Table2 } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { useSession } from '#renderer/store/hooks.ts';
import { shortUnit } from '../cell-words.ts';
import { assistStore, LIST_ID, optionId } from './assist-state.ts';
import type { Completion, Option } from './completion.ts';

const ICONS = { row: Table2, function: SquareFunction, period: Calendar } as const;

/** Names that fit at the caret. The field keeps the focus; the keys are its own. */
export function AssistList({ list, chosen }: { readonly list: Completion; readonly chosen: number }) {
  const { t } = useTranslation('formula-bar');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    box.current?.children[chosen]?.scrollIntoView?.({ block: 'nearest' });
  }, [chosen]);
  return (
    <>
      <div ref={box} id={LIST_ID} role="listbox" aria-label={t('list')} className="grid-assist-list">
        {list.options.map((option, index) => (
          <OptionRow
            key={`${option.kind} ${option.name}`}
            option={option}
            index={index}
            isOn={index === chosen}
          />
        ))}
      </div>
      {list.more > 0 && <div className="grid-assist-note">{t('more', { count: list.more })}</div>}
    </>
  );
}

interface RowProps {
  readonly option: Option;
  readonly index: number;
  readonly isOn: boolean;
}

function OptionRow({ option, index, isOn }: RowProps) {
  const { t } = useTranslation('grid');
  const language = useSession((session) => session.language);
  const { name, detail, match } = option;
  const unit = option.unit === '' ? '' : shortUnit({ t, language }, option.unit);
  const Icon = ICONS[option.kind];
  const [start, end] = match ? [match.start, match.end] : [0, 0];
  return (
    <div
      id={optionId(index)}
      role="option"
      aria-selected={isOn}
      tabIndex={-1}
      className="grid-assist-option"
      onPointerDown={(event) => {
        event.preventDefault();
        assistStore.getState().assist?.take(index);
      }}
    >
      <Icon size={14} strokeWidth={1.75} aria-hidden />
      <bdi dir="ltr" className="grid-assist-name">
        {name.slice(0, start)}
        <b>{name.slice(start, end)}</b>
        {name.slice(end)}
      </bdi>
      <bdi className="grid-assist-detail" title={detail}>
        {detail}
      </bdi>
      {unit !== '' && <bdi className="grid-assist-unit">{unit}</bdi>}
    </div>
  );
}
