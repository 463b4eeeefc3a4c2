/** A number as in a grid cell; positive ones keep the width of the closing parenthesis. */
export function Figure({ text }: { readonly text: string }) {
  const padded = text !== '' && !text.endsWith(')');
  return <span className={padded ? 'chart-number chart-number--padded' : 'chart-number'}>{text}</span>;
}
