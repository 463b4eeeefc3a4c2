export function SourcesView() {
  return <section />;
}
