// The engines measured against are installed only by `npm run bench`; this is what it uses of them.
declare module 'hyperformula' {
  type Cell = number | string | null;
  export class HyperFormula {
    static buildFromArray(sheet: readonly (readonly Cell[])[], options: { licenseKey: string }): HyperFormula;
    setCellContents(
      at: { sheet: number; row: number; col: number },
      cells: readonly (readonly Cell[])[],
    ): unknown;
    getSheetValues(sheet: number): unknown[][];
    destroy(): void;
  }
}

declare module '@ironcalc/wasm' {
  export class Model {
    constructor(name: string, locale: string, timezone: string, language: string);
    pauseEvaluation(): void;
    resumeEvaluation(): void;
    evaluate(): void;
    setUserInput(sheet: number, row: number, column: number, input: string): void;
  }
  export function initSync(options: { module: Uint8Array }): unknown;
}
