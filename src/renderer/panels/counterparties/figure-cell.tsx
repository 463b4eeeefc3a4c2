/** Figures line up whether or not one of them ends with a parenthesis. */
export function FigureCell({ text }: { readonly text: string }) {
  return (
    <td data-figure>
      <span className={text.endsWith(')') || text === '' ? '' : 'panel-counterparties-padded'}>{text}</span>
    </td>
  );
}
