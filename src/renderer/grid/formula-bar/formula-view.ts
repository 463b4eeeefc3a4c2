import { history, historyKeymap, standardKeymap } from '@codemirror/commands';
import { Annotation, EditorState, type Range, StateEffect, StateField } from '@codemirror/state';
import { Decoration, EditorView, keymap, type ViewUpdate } from '@codemirror/view';
import type { Span } from '#shared/formula/ast.ts';
import { REFERENCE_COLOURS } from '#shared/report/formula-pieces.ts';
import type { Edit } from './fix-period.ts';
import { isSymbol, referencesIn } from './references-in.ts';
import { isFormula, pairAt, scanFormula } from './scan.ts';

/** A place in the formula that is wrong, and why. */
interface Wrong {
  readonly span: Span;
  readonly reason: string;
}

interface Parts {
  readonly parent: HTMLElement;
  readonly text: string;
  /** What the page's security policy asks of style elements. */
  readonly styleNonce: string;
  readonly isRow: (name: string) => boolean;
  readonly onUpdate: (change: { readonly edited: boolean; readonly typed: boolean }) => void;
  readonly onKey: (event: KeyboardEvent) => boolean;
  readonly onFocus: (focused: boolean) => void;
}

/** One line of formula or value, with the colours of the rows it names. */
export interface FormulaView {
  readonly element: HTMLElement;
  readonly text: () => string;
  readonly selection: () => { readonly from: number; readonly to: number };
  /** Another text from outside: not something typed, and not undone. */
  readonly show: (text: string) => void;
  readonly apply: (edits: readonly Edit[], select: { readonly from: number; readonly to: number }) => void;
  readonly underline: (wrong: Wrong | null) => void;
  readonly mark: (attributes: Readonly<Record<string, string | null>>) => void;
  readonly xOf: (at: number) => number;
  readonly focus: () => void;
  readonly destroy: () => void;
}

const fromOutside = Annotation.define<boolean>();
const setWrong = StateEffect.define<Wrong | null>();
const setAttributes = StateEffect.define<Readonly<Record<string, string | null>>>();

const wrongField = StateField.define<Wrong | null>({
  create: () => null,
  update: (wrong, { effects, docChanged }) => {
    const found = effects.find((effect) => effect.is(setWrong));
    return found ? (found.value as Wrong | null) : docChanged ? null : wrong;
  },
});

const attributesField = StateField.define<Readonly<Record<string, string>>>({
  // Editable content takes the focus anyway; that the field scrolls asks for it to be said.
  create: () => ({ tabindex: '0' }),
  update: (former, { effects }) => {
    let next = former;
    for (const effect of effects) {
      if (effect.is(setAttributes)) next = merged(next, effect.value);
    }
    return next;
  },
  provide: (field) => EditorView.contentAttributes.from(field),
});

function merged(
  former: Readonly<Record<string, string>>,
  changes: Readonly<Record<string, string | null>>,
): Readonly<Record<string, string>> {
  const next = Object.entries({ ...former, ...changes }).filter(
    (entry): entry is [string, string] => entry[1] !== null,
  );
  return Object.fromEntries(next);
}

export function createFormulaView(parts: Parts): FormulaView {
  const view = new EditorView({
    parent: parts.parent,
    state: EditorState.create({ doc: oneLine(parts.text), extensions: extensionsOf(parts) }),
  });
  return {
    element: view.contentDOM,
    text: () => view.state.doc.toString(),
    selection: () => view.state.selection.main,
    show: (text) => {
      if (oneLine(text) === view.state.doc.toString()) return;
      view.dispatch({
        changes: { from: 0, to: view.state.doc.length, insert: oneLine(text) },
        annotations: [fromOutside.of(true)],
      });
    },
    apply: (edits, { from, to }) =>
      view.dispatch({
        changes: edits.map((edit) => ({ ...edit })),
        selection: { anchor: from, head: to },
        userEvent: 'input.complete',
        scrollIntoView: true,
      }),
    underline: (wrong) => view.dispatch({ effects: setWrong.of(wrong) }),
    mark: (attributes) => {
      const now = view.state.field(attributesField);
      const differs = Object.entries(attributes).some(([name, value]) => (now[name] ?? null) !== value);
      if (differs) view.dispatch({ effects: setAttributes.of(attributes) });
    },
    xOf: (at) => view.coordsAtPos(at)?.left ?? view.contentDOM.getBoundingClientRect().left,
    focus: () => view.focus(),
    destroy: () => view.destroy(),
  };
}

function extensionsOf({ styleNonce, isRow, onUpdate, onKey, onFocus }: Parts) {
  return [
    EditorView.domEventHandlers({
      keydown: (event) => onKey(event),
      focus: () => onFocus(true),
      blur: () => onFocus(false),
    }),
    history(),
    keymap.of([...historyKeymap, ...standardKeymap]),
    EditorView.cspNonce.of(styleNonce),
    // One formula is one line: a paste of many becomes one.
    EditorView.clipboardInputFilter.of(oneLine),
    EditorState.transactionFilter.of((transaction) => (transaction.newDoc.lines > 1 ? [] : transaction)),
    attributesField,
    wrongField,
    EditorState.readOnly.compute([attributesField], (state) => {
      return state.field(attributesField)['aria-readonly'] === 'true';
    }),
    EditorView.decorations.compute(['doc', 'selection', wrongField], (state) =>
      Decoration.set(decorationsOf(state, isRow), true),
    ),
    EditorView.updateListener.of((update) => {
      if (update.docChanged || update.selectionSet) onUpdate(changeOf(update));
    }),
  ];
}

function changeOf({ transactions, docChanged }: ViewUpdate) {
  const outside = transactions.some((one) => one.annotation(fromOutside) === true);
  const typed = transactions.some((one) => one.isUserEvent('input.type'));
  return { edited: docChanged && !outside, typed };
}

function decorationsOf(state: EditorState, isRow: (name: string) => boolean): Range<Decoration>[] {
  const text = state.doc.toString();
  if (!isFormula(text)) return [];
  const tokens = scanFormula(text);
  const rows = referencesIn(text, isRow).map(({ span, number }) =>
    mark(span, `ui-reference-${(number - 1) % REFERENCE_COLOURS}`),
  );
  const words = tokens.flatMap((token, index) => {
    if (token.kind === 'text') return [mark(token.span, 'grid-formula-text')];
    const isCall = token.kind === 'name' && isSymbol(tokens[index + 1], '(');
    return isCall ? [mark(token.span, 'grid-formula-function')] : [];
  });
  const pair = pairAt(tokens, state.selection.main.head).map((span) => mark(span, 'grid-formula-pair'));
  return [...rows, ...words, ...pair, ...wrongMarks(state, text.length)];
}

const oneLine = (text: string): string => text.replace(/\s*[\r\n]+\s*/g, ' ');

const mark = ({ start, end }: Span, name: string): Range<Decoration> =>
  Decoration.mark({ class: name }).range(start, end);

/** What is missing at the end is marked at the last character. */
function wrongMarks(state: EditorState, length: number): Range<Decoration>[] {
  const wrong = state.field(wrongField);
  if (!wrong || length === 0) return [];
  const end = Math.min(Math.max(wrong.span.end, wrong.span.start + 1), length);
  const start = Math.min(wrong.span.start, end - 1);
  const attributes = { title: wrong.reason };
  return [Decoration.mark({ class: 'grid-formula-wrong', attributes }).range(start, end)];
}
