// The parts of `reference.json` that these tests read, as docs/schemas/reference.schema.json describes them.

export interface Exported {
  readonly site: { readonly languages: readonly { readonly id: string }[] };
  readonly pages: readonly ExportedPage[];
  readonly descriptions: readonly { readonly path: string; readonly isUsed: boolean }[];
  readonly diagnostics: readonly ExportedDiagnostic[];
}

export interface ExportedPage {
  readonly route: string;
  readonly file: string;
  readonly title: string;
  /** Absent if the page is for all languages. */
  readonly languages?: readonly string[];
  readonly body: { readonly text: string; readonly isBroken?: true };
  readonly entities: readonly { readonly id: string; readonly forms: Readonly<Record<string, ExportedForm>> }[];
  readonly shared: readonly ExportedShared[];
}

export interface ExportedShared {
  readonly language: string;
  readonly key: string;
  readonly type?: string;
  readonly typeLinks?: readonly ExportedTypeLink[];
  readonly placeholder?: string;
  readonly default?: string;
}

export interface ExportedTypeLink {
  readonly text: string;
  readonly route: string;
  readonly id: string;
}

export interface ExportedForm {
  readonly source: string;
  readonly kind: string;
  readonly key: string;
  readonly title?: string;
  readonly type?: string;
  readonly properties?: readonly ExportedItem[];
  readonly parameters?: readonly ExportedItem[];
  readonly returns?: readonly ExportedItem[];
}

export interface ExportedItem {
  readonly name?: string;
  readonly identity?: string;
  readonly anchor?: string;
  readonly isPlumbing?: true;
  readonly type?: string;
  readonly typeLinks?: readonly ExportedTypeLink[];
  readonly optional: boolean;
  readonly description?: ExportedText;
  readonly placeholder?: string;
  readonly deprecated?: true | ExportedText;
  readonly since?: string;
  readonly default?: string;
  readonly title?: string;
  readonly display: 'folded' | 'unwrap' | 'expanded';
  readonly reference?: { readonly key: string; readonly member?: string };
  readonly target?: { readonly route: string; readonly id: string };
  readonly origin: ExportedOrigin;
  readonly items: readonly ExportedItem[];
}

export interface ExportedText {
  readonly text: string;
  readonly origin: ExportedOrigin;
}

export interface ExportedOrigin {
  readonly file: string;
  readonly line: number;
  readonly column: number;
}

export interface ExportedDiagnostic {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly file: string;
  readonly range?: { readonly start: { readonly line: number; readonly column: number } };
}

export const listNames = ['properties', 'parameters', 'returns'] as const;
