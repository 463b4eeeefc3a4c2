/**
 * A text to be: a key of the `charts` namespace in resources/locales, and what goes into its
 * placeholders, already written out for the language. `count` chooses the plural form.
 */
export interface Message {
  readonly key: string;
  readonly params: Readonly<Record<string, string | number>>;
}
