import type { ChartId } from '#shared/report/chart-series.ts';

export type Scale = 1 | 2 | 3;

/** Draws charts as they stand into files. The charts folder brings one; main.tsx hands it in. */
export interface ChartExporter {
  readonly svg: (chart: ChartId) => Promise<Uint8Array<ArrayBuffer>>;
  readonly png: (chart: ChartId, scale: Scale) => Promise<Uint8Array<ArrayBuffer>>;
  /** Puts the picture on the clipboard. */
  readonly copy: (chart: ChartId) => Promise<void>;
}

let provided: ChartExporter | null = null;

export function provideExporter(exporter: ChartExporter): void {
  provided = exporter;
}

export function chartExporter(): ChartExporter {
  if (!provided) throw new Error('No chart exporter was provided');
  return provided;
}
