import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { yearGroups } from '#renderer/store/columns.ts';
import {
  type CellAddress,
  cellName,
  currentScenario,
  currentSession,
  parseCellName,
  setActiveCell,
  useSession,
} from '#renderer/store/hooks.ts';
import { nearestName } from '#shared/formula/suggest.ts';
import { itemOf, type Scenario } from '#shared/model/scenario.ts';
import { PlacesList, placeId } from '../find/places-list.tsx';
import { usePlaces } from '../find/use-places.ts';
import { LABEL_COLUMN } from '../navigate.ts';
import { askForRange } from '../selection/asked-range.ts';
import { type NamedRange, parseRangeName } from '../selection/range-name.ts';

/** Says which cell the cursor is in, and goes to the one that is typed. */
export function NameBox() {
  const name = useSession((session) => shownName(session.activeCell));
  return <NameField key={name} name={name} />;
}

/** Another cell is another field: what was being typed ends. */
function NameField({ name }: { readonly name: string }) {
  const { t } = useTranslation('grid');
  const [text, setText] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const problemId = useId();
  const listId = useId();
  const field = useRef<HTMLInputElement>(null);
  const places = usePlaces(field);
  const isOpen = places.cells.length > 0;

  function leave() {
    setText(null);
    setProblem(null);
    places.close();
  }

  function go(wanted: string) {
    const range = parseRangeName(wanted);
    if (range) {
      goToRange(range);
      return;
    }
    const target = findCell(wanted);
    if ('cell' in target) {
      leave();
      setActiveCell(target.cell, { reveal: true });
    } else setProblem(t(target.problem, target.params));
  }

  function goToRange({ first, last }: NamedRange) {
    const ends = [findCell(nameOf(first)), findCell(nameOf(last))] as const;
    const wrong = ends.find((end) => 'problem' in end);
    if (wrong && 'problem' in wrong) setProblem(t(wrong.problem, wrong.params));
    else if ('cell' in ends[0] && 'cell' in ends[1]) {
      leave();
      const wholeRows = first.column === null && last.column === null;
      askForRange(ends[0].cell, ends[1].cell, wholeRows);
      setActiveCell(ends[0].cell, { reveal: true });
    }
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (places.pressed(event)) {
      event.preventDefault();
      return;
    }
    if (event.code === 'Enter' || event.code === 'NumpadEnter') go(event.currentTarget.value);
    else if (event.code === 'Escape') {
      leave();
      setActiveCell(currentSession().activeCell, { reveal: true });
    } else return;
    event.preventDefault();
  }

  return (
    <div className="grid-name">
      <input
        ref={field}
        dir="ltr"
        role="combobox"
        aria-autocomplete="none"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? placeId(listId, places.chosen) : undefined}
        aria-label={t('bar.name')}
        aria-invalid={problem !== null}
        aria-describedby={problem === null ? undefined : problemId}
        spellCheck={false}
        autoComplete="off"
        value={text ?? name}
        onChange={(event) => {
          setText(event.target.value);
          setProblem(null);
          places.close();
        }}
        onFocus={(event) => event.currentTarget.select()}
        onBlur={leave}
        onKeyDown={onKeyDown}
      />
      <PlacesList places={places} id={listId} />
      {problem !== null && (
        <div id={problemId} role="alert" className="ui-problem grid-bar-problem">
          {problem}
        </div>
      )}
    </div>
  );
}

/** Headings and the row of checks have no name that a formula could use. */
function shownName(cell: CellAddress | null): string {
  if (!cell || cell.key.startsWith(':')) return '';
  return cell.column === LABEL_COLUMN ? cell.key : cellName(cell);
}

const nameOf = ({ key, column }: NamedRange['first']): string =>
  column === null ? key : `${key}[${column}]`;

type Target =
  | { readonly cell: CellAddress }
  | { readonly problem: string; readonly params: Readonly<Record<string, string>> };

function findCell(text: string): Target {
  const name = parseCellName(text);
  if (!name) return { problem: 'bar.notAName', params: {} };
  const scenario = currentScenario();
  const key = keyOf(scenario, name.key);
  if (key === undefined) {
    const near = nearestName(name.key, scenario.itemOrder);
    return near === undefined
      ? { problem: 'bar.unknown', params: { name: name.key } }
      : { problem: 'bar.unknownNear', params: { name: name.key, near } };
  }
  const columns = yearGroups(scenario.timeline, scenario.timeline.asOf).flatMap(({ quarters, total }) => [
    ...quarters.map(({ id }) => id),
    total.id,
  ]);
  if (name.column !== null && !columns.includes(name.column)) {
    return { problem: 'bar.outside', params: { column: name.column } };
  }
  return { cell: { key, column: name.column ?? currentColumn(columns) } };
}

/** Keys are told apart by case; typed without regard to it they are found when only one fits. */
function keyOf(scenario: Scenario, name: string): string | undefined {
  if (itemOf(scenario, name)) return name;
  const fitting = scenario.itemOrder.filter((key) => key.toLowerCase() === name.toLowerCase());
  return fitting.length === 1 ? fitting[0] : undefined;
}

function currentColumn(columns: readonly string[]): string {
  const column = currentSession().activeCell?.column;
  return column !== undefined && columns.includes(column) ? column : (columns[0] ?? '');
}
