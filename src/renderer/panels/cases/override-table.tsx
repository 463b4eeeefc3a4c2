import { RotateCcw } from 'lucide-react';
import { type KeyboardEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { dispatch, goToCell, setCase, useScenario, useSession } from '#renderer/store/hooks.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import type { Case } from '#shared/model/case.ts';
import { periodNameAt } from '#shared/model/timeline.ts';
import { cellText } from '#shared/report/number-text.ts';
import { periodText, yearsText } from '#shared/report/time-text.ts';
import { type OverrideRow, overrideRows, type Stated } from './override-rows.ts';
import { ReasonField } from './reason-field.tsx';

interface TableProps {
  readonly one: Case;
  /** After leaving for a cell of the model. */
  readonly onLeave: () => void;
}

/** What a case replaces, set against what stands there without it. */
export function OverrideTable({ one, onLeave }: TableProps) {
  const { t } = useTranslation('cases');
  const language = useSession((session) => session.language);
  const scenario = useScenario((whole) => whole);
  const body = useRef<HTMLTableSectionElement>(null);
  const rows = overrideRows(scenario, one);
  const parent = scenario.cases.find(({ id }) => id === one.inherits);
  const reset = (key: string, index: number) => {
    dispatch({ type: 'resetToBase', keys: [key], caseId: one.id });
    // The button goes with its row: the next one takes the focus.
    requestAnimationFrame(() => {
      const stops = [...(body.current?.querySelectorAll<HTMLElement>('[data-stop="reset"] button') ?? [])];
      stops[Math.min(index, stops.length - 1)]?.focus();
    });
  };
  return (
    <table className="panel-cases-table">
      <colgroup>
        <col className="panel-cases-col-row" />
        <col className="panel-cases-col-periods" />
        <col className="panel-cases-col-value" />
        <col className="panel-cases-col-value" />
        <col />
        <col className="panel-cases-col-reset" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t('table.row')}</th>
          <th scope="col">{t('table.periods')}</th>
          <th scope="col" className="panel-cases-value">
            <bdi>{parent?.name[language] ?? t('app:cases.base')}</bdi>
          </th>
          <th scope="col" className="panel-cases-value">
            {t('table.own')}
          </th>
          <th scope="col">{t('table.reason')}</th>
          <th scope="col">
            <span className="ui-hidden">{t('table.reset')}</span>
          </th>
        </tr>
      </thead>
      <tbody ref={body} onKeyDown={moveAmongRows}>
        {rows.map((row, index) => (
          <Row
            key={row.item.key}
            one={one}
            row={row}
            onLeave={onLeave}
            onReset={() => reset(row.item.key, index)}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps extends TableProps {
  readonly row: OverrideRow;
  readonly onReset: () => void;
}

function Row({ one, row, onLeave, onReset }: RowProps) {
  const { t } = useTranslation('cases');
  const language = useSession((session) => session.language);
  const timeline = useScenario((scenario) => scenario.timeline);
  const { item } = row;
  const label = item.label[language] || item.key;
  const go = () => {
    setCase(one.id);
    goToCell({ key: item.key, column: periodNameAt(timeline, row.first) });
    onLeave();
  };
  return (
    <tr>
      <th scope="row">
        <button type="button" className="ui-link" data-stop="row" title={item.key} onClick={go}>
          {label}
        </button>{' '}
        {item.unit !== '' && <bdi className="panel-cases-unit">{item.unit}</bdi>}
      </th>
      <td>
        <Span row={row} />
      </td>
      <td className="panel-cases-value">
        <Values stated={row.without} row={row} />
      </td>
      <td className="panel-cases-value">
        <Values stated={row.own} row={row} />
      </td>
      <td className="panel-cases-reason">
        <ReasonField caseId={one.id} itemKey={item.key} reason={row.reason} label={label} />
      </td>
      <td data-stop="reset">
        <IconButton small label={t('table.resetRow', { name: label })} onPress={onReset}>
          <RotateCcw size={14} strokeWidth={1.75} className="ui-mirror" aria-hidden />
        </IconButton>
      </td>
    </tr>
  );
}

/** The periods that an override changes: all, whole years, or from quarter to quarter. */
function Span({ row }: { readonly row: OverrideRow }) {
  const { t } = useTranslation('cases');
  const language = useSession((session) => session.language);
  const timeline = useScenario((scenario) => scenario.timeline);
  const { first, last, periods } = row;
  const [from, to] = [periodNameAt(timeline, first), periodNameAt(timeline, last)];
  const gaps = periods < last - first + 1;
  const some = gaps ? <span className="panel-cases-unit">{t('table.some', { count: periods })}</span> : null;
  const whole = (from.endsWith('Q1') || first === 0) && (to.endsWith('Q4') || last === timeline.periods - 1);
  if (periods === timeline.periods) return t('table.all');
  if (whole) {
    return (
      <>
        {yearsText(Number(from.slice(0, 4)), Number(to.slice(0, 4)), language)} {some}
      </>
    );
  }
  if (first === last) return periodText(from, language);
  return (
    <>
      {t('table.span', { from: periodText(from, language), to: periodText(to, language) })} {some}
    </>
  );
}

interface ValuesProps {
  readonly stated: readonly Stated[];
  readonly row: OverrideRow;
}

/** One value, or the first and the last of several. */
function Values({ stated, row }: ValuesProps) {
  const [first] = stated;
  const last = stated.at(-1);
  if (!first || !last) return null;
  return (
    <>
      <One stated={first} row={row} />
      {stated.length > 1 && (
        <>
          {stated.length > 2 ? ' … ' : ', '}
          <One stated={last} row={row} />
        </>
      )}
    </>
  );
}

function One({ stated, row }: { readonly stated: Stated; readonly row: OverrideRow }) {
  const { t } = useTranslation('cases');
  if (stated.kind === 'formula') {
    return (
      <code className="panel-cases-formula" title={`= ${stated.formula}`} dir="ltr">
        = {stated.formula}
      </code>
    );
  }
  if (stated.value === null) return <span className="panel-cases-unit">{t('table.blank')}</span>;
  return <bdi className="ui-number">{cellText(stated.value, row.item)}</bdi>;
}

/** Up and down to the same place in the row above or below. */
function moveAmongRows(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stop = (event.target as HTMLElement).closest<HTMLElement>('[data-stop]');
  if (step === undefined || !stop || event.altKey || event.ctrlKey || event.metaKey) return;
  const stops = [
    ...event.currentTarget.querySelectorAll<HTMLElement>(`[data-stop="${stop.dataset['stop']}"]`),
  ];
  const next = stops[stops.indexOf(stop) + step];
  if (!next) return;
  event.preventDefault();
  (next.querySelector<HTMLElement>('button, input') ?? next).focus();
}
