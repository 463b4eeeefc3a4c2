import { X } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { type CellAddress, cellName, explainCell, parseCellName } from '#renderer/store/hooks.ts';
import { placeOf } from '#renderer/store/value-place.ts';
import { Button } from '#renderer/ui/button.tsx';
import type { Explanation } from '#shared/analysis/explanation.ts';
import { itemOf } from '#shared/model/scenario.ts';
import { contentWords, formulaOf } from './content-words.ts';
import { FormulaText } from './formula-text.tsx';
import type { ExplainContext } from './use-explain.ts';

interface BarProps {
  readonly context: ExplainContext;
  readonly cell: Explanation;
  readonly address: CellAddress;
  readonly onClose: () => void;
}

/** The name of the cell, which takes another; its formula; the way back. */
export function CellBar({ context, cell, address, onClose }: BarProps) {
  const { t } = context.words;
  const { content } = cell;
  const formula = formulaOf(content) ?? yearFormula(context, cell);
  return (
    <div className="panel-explain-bar">
      <NameBox context={context} address={address} />
      <span className="panel-explain-fx" aria-hidden="true">
        ƒ
      </span>
      <div className="panel-explain-formula" dir={formula === null ? undefined : 'ltr'}>
        {formula !== null && <FormulaText formula={formula} />}
        {(formula === null || content?.kind === 'year' || content?.kind === 'rate') && (
          <span className="panel-explain-filled">
            <bdi>{content?.kind === 'rate' ? t('content.rate') : contentWords(context.words, content)}</bdi>
          </span>
        )}
      </div>
      <Button kind="ghost" small onPress={onClose}>
        <X size={14} aria-hidden />
        {t('close')} <kbd>Esc</kbd>
      </Button>
    </div>
  );
}

/** The formula of the quarters that a year is made of. */
function yearFormula({ model }: ExplainContext, { place, content }: Explanation): string | null {
  if (content?.kind !== 'year' || !('year' in place)) return null;
  const period = model.quartersOf(place.year).at(-1);
  return period === undefined ? null : formulaOf(model.content({ key: place.key, period }));
}

/** Enter explains the cell that is named; a name without a period keeps the period. */
function NameBox({ context, address }: Pick<BarProps, 'context' | 'address'>) {
  const { t, scenario } = context.words;
  const [text, setText] = useState(cellName(address));
  const [isWrong, setWrong] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => setText(cellName(address)), [address]);
  const enter = (event: FormEvent) => {
    event.preventDefault();
    const named = parseCellName(text);
    const cell = named && { key: named.key, column: named.column ?? address.column };
    const isKnown = cell && itemOf(scenario, cell.key) && placeOf(scenario.timeline, cell);
    setWrong(!isKnown);
    if (cell && isKnown) explainCell(cell);
  };
  return (
    <form className="panel-explain-name" onSubmit={enter}>
      <input
        ref={field}
        value={text}
        dir="ltr"
        spellCheck={false}
        autoComplete="off"
        aria-label={t('name.label')}
        aria-invalid={isWrong || undefined}
        aria-describedby={isWrong ? 'panel-explain-name-problem' : undefined}
        onFocus={() => field.current?.select()}
        onChange={(event) => {
          setText(event.target.value);
          setWrong(false);
        }}
      />
      {isWrong && (
        <span id="panel-explain-name-problem" role="alert" className="ui-problem">
          {t('name.unknown', { text })}
        </span>
      )}
    </form>
  );
}
