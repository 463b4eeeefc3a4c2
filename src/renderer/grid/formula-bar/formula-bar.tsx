import { ListTree } from 'lucide-react';
import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import {
  cellName,
  currentSession,
  explainCell,
  isOpen,
  rowValues,
  setActiveCell,
  showToast,
  useDocument,
  useRowValues,
  useScenario,
  useSession,
  useViewpoint,
} from '#renderer/store/hooks.ts';
import { formulaWrong, readEntry } from '../entry.ts';
import { createSheetView, type SheetView } from '../sheet-view.ts';
import { writeEntry } from '../write-entry.ts';
import { AssistPopover } from './assist-popover.tsx';
import { type BarContent, barContent } from './bar-target.ts';
import { FormulaField } from './formula-field.tsx';
import { NameBox } from './name-box.tsx';
import { isFormula } from './scan.ts';
import './formula-bar.css';
import './formula-assist.css';

/** Name of the cell, and the formula or value behind it. */
export function FormulaBar({ styleNonce }: { readonly styleNonce: string }) {
  const { t } = useTranslation('grid');
  const activeCell = useSession((session) => session.activeCell);
  const documentId = useDocument((document) => document.documentId);
  const { view, content } = useBarContent();
  const question = useRef<string | null>(null);
  const label = content.kind === 'formula' ? t('bar.formula') : t('bar.value');
  const activeKey = activeCell?.key ?? '';
  const name = activeCell ? `${activeCell.key} ${activeCell.column}` : '';
  return (
    <div className="grid-bar">
      <NameBox />
      <span className="grid-bar-fx" aria-hidden="true">
        ƒ
      </span>
      <FormulaField
        key={`${documentId} ${name}`}
        text={content.text}
        label={label}
        readOnly={content.target === null}
        home={activeCell}
        styleNonce={styleNonce}
        problemOf={(text) => (isFormula(text) ? formulaWrong(view, activeKey, text) : null)}
        onCommit={(text) => commit(view, content, text, question)}
        onLeft={(text) => {
          if (isOpen(documentId)) commitOrSay(view, content, text);
        }}
        onDone={() => setActiveCell(currentSession().activeCell, { reveal: true })}
      />
      <AssistPopover />
      <BarNotes content={content} />
      {activeCell && (
        <button type="button" className="grid-bar-explain" onClick={() => explainCell(activeCell)}>
          <ListTree size={13} strokeWidth={1.75} aria-hidden />
          {t(content.error ? 'bar.why' : 'bar.explain')}
        </button>
      )}
    </div>
  );
}

function BarNotes({ content: { mark, error } }: { readonly content: BarContent }) {
  const { t } = useTranslation('grid');
  return (
    <>
      {mark !== 'none' && (
        <span className="grid-bar-mark">{t(`bar.${mark === 'base' ? 'override' : 'case'}`)}</span>
      )}
      {error && (
        <span className="grid-bar-error" title={error.reason}>
          <b>{error.code}</b> <bdi>{error.reason}</bdi>
        </span>
      )}
      {error?.origin && (
        <button
          type="button"
          className="grid-bar-go"
          onClick={() => error.origin && setActiveCell(error.origin, { reveal: true })}
        >
          {t('bar.goOrigin', { cell: cellName(error.origin) })}
        </button>
      )}
    </>
  );
}

function useBarContent(): { readonly view: SheetView; readonly content: BarContent } {
  const { t } = useTranslation('grid');
  const scenario = useScenario((whole) => whole);
  const { caseId, asOf } = useViewpoint();
  const language = useSession((session) => session.language);
  const activeCell = useSession((session) => session.activeCell);
  const values = useRowValues(activeCell?.key ?? '');
  const view = useMemo(
    () => createSheetView({ scenario, caseId, asOf, language, t, rowValues }),
    [scenario, caseId, asOf, language, t],
  );
  const content = useMemo(
    () => (values ? barContent(view, activeCell) : barContent(view, activeCell)),
    [view, activeCell, values],
  );
  return { view, content };
}

/** Going to another cell enters what was typed, as in Excel; what cannot be entered is said, with its text. */
function commitOrSay(view: SheetView, content: BarContent, text: string): void {
  if (text === content.text) return;
  const refused = commit(view, content, text, { current: text });
  if (refused !== null) showToast('bad', view.t('bar.notEntered', { text, reason: refused }));
}

/** A sentence when the text was not taken. Replacing typed values by a formula takes a second Enter. */
function commit(
  view: SheetView,
  { target, formulaOnly }: BarContent,
  text: string,
  question: { current: string | null },
): string | null {
  if (!target) return null;
  const entry = readEntry(view, target, text);
  if (entry.kind === 'unchanged') return null;
  if (entry.kind === 'refused') return entry.reason;
  if (entry.kind === 'value' && formulaOnly) return view.t('closed.yearFormula');
  if (entry.kind === 'formula' && entry.replacesTyped && question.current !== text) {
    question.current = text;
    return view.t('entry.replacesTyped', { label: target.item.label[view.language] });
  }
  question.current = null;
  const written = writeEntry(view, target, entry);
  return written.ok ? null : written.error;
}
