/** What the panels ask of a browser and jsdom does not have. Sizes are those of a window of 1440 by 900. */
export function completeDom(): void {
  const page = globalThis as unknown as Record<string, unknown>;
  page['ResizeObserver'] ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
  page['CSS'] ??= { escape: (text: string) => text };
  window.matchMedia ??= (query: string) =>
    ({
      matches: false,
      media: query,
      addEventListener: () => {},
      removeEventListener: () => {},
    }) as unknown as MediaQueryList;
  Range.prototype.getClientRects ??= () => [] as unknown as DOMRectList;
  Range.prototype.getBoundingClientRect ??= () => new DOMRect();
}
