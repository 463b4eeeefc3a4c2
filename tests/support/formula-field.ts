import { EditorView } from '@codemirror/view';
import { act, fireEvent, screen } from '@testing-library/react';

/** The field of the formula bar, to type into: jsdom has no selection that the editor could follow. */
export function formulaField(name = 'Formula') {
  const element = () => screen.getByRole('textbox', { name });
  const view = () => {
    const found = EditorView.findFromDOM(element());
    if (!found) throw new Error('No editor in the field');
    return found;
  };
  return {
    element,
    text: () => view().state.doc.toString(),
    focus: () => act(() => element().focus()),
    caret: (at: number) => act(() => view().dispatch({ selection: { anchor: at } })),
    /** Character by character at the end, or in place of everything. */
    type: (text: string, { replace = false } = {}) => {
      const editor = view();
      const { length } = editor.state.doc;
      act(() => editor.contentDOM.focus());
      act(() => editor.dispatch({ selection: { anchor: replace ? 0 : length, head: length } }));
      for (const character of text) {
        act(() => editor.dispatch(editor.state.replaceSelection(character), { userEvent: 'input.type' }));
      }
    },
    press: (code: string, held: { ctrlKey?: boolean; shiftKey?: boolean } = {}) =>
      fireEvent.keyDown(element(), { code, key: code, ...held }),
  };
}
