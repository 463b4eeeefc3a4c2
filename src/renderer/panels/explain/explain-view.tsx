export function ExplainView() {
  return <section />;
}
