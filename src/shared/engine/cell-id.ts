/** A cell as one number: row × columns + column. */
export type CellId = number;
