/** A rectangle of the user's workbook as read: values only, formulas already calculated. */
export interface RawRange {
  readonly sheet: string;
  /** Excel table it is; undefined for a sheet's used range. */
  readonly table?: string;
  /** Zero-based place of values[0][0] in the sheet. */
  readonly row: number;
  readonly column: number;
  /** Cell values as Excel gives them: numbers, text, booleans, '' when blank, '#N/A' and the like for errors. */
  readonly values: readonly (readonly RawValue[])[];
  /** Zero-based sheet rows that are hidden or filtered out. */
  readonly hiddenRows?: readonly number[];
}

export type RawValue = string | number | boolean;

/** What excel/ hands to sheets/inputs: every candidate table and bare sheet, in sheet order, outputs of ours left out. */
export interface RawWorkbook {
  readonly ranges: readonly RawRange[];
  readonly dateSystem: 1900 | 1904;
  /** 'it-IT', 'en-US' …: how the workbook reads text dates and numbers. */
  readonly culture: string;
  readonly mapping: InputMapping;
}

/** What the user settled in the pane, remembered in the workbook. Keys are table kinds; values name sheet or table and its headings. */
export interface InputMapping {
  readonly tables: Readonly<
    Record<
      string,
      {
        readonly sheet: string;
        readonly table?: string;
        /** Canonical field → heading in the user's sheet. */
        readonly columns?: Readonly<Record<string, string>>;
      }
    >
  >;
}
