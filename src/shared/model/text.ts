/** A text that the document itself holds in both languages of the interface. */
export interface Text {
  readonly en: string;
  readonly ar: string;
}

export type Language = 'en' | 'ar';
