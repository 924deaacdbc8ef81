/** The look of a cell. Immutable; interned by StyleTable so that cells carry only an index. */
export interface CellStyle {
  readonly numberFormat: string;
  readonly font: FontStyle;
  readonly fill: FillStyle;
  readonly borders: Readonly<Partial<Record<BorderSide, BorderStyle>>>;
  readonly alignment: AlignmentStyle;
  readonly locked: boolean;
  readonly hidden: boolean;
  /** Name of the cell style it is based on ('Good', 'Comma'); undefined is Normal. */
  readonly cellStyle?: string;
}

export interface FontStyle {
  readonly name: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: 'None' | 'Single' | 'Double' | 'SingleAccountant' | 'DoubleAccountant';
  readonly strikethrough: boolean;
  /** '#RRGGBB'. */
  readonly color: string;
  readonly vertical?: 'Superscript' | 'Subscript';
  /** Follows the theme's heading or body font. */
  readonly scheme?: 'major' | 'minor';
}

/** `color` undefined: no fill. */
export interface FillStyle {
  readonly color?: string;
  readonly pattern?: string;
  readonly patternColor?: string;
  /** A gradient, from files: its XML (gradientFill). */
  readonly gradient?: string;
}

export type BorderSide = 'EdgeTop' | 'EdgeBottom' | 'EdgeLeft' | 'EdgeRight' | 'DiagonalDown' | 'DiagonalUp';
export interface BorderStyle {
  readonly style: 'Continuous' | 'Dash' | 'DashDot' | 'DashDotDot' | 'Dot' | 'Double' | 'SlantDashDot';
  readonly weight: 'Hairline' | 'Thin' | 'Medium' | 'Thick';
  readonly color: string;
}

export interface AlignmentStyle {
  readonly horizontal:
    'General' | 'Left' | 'Center' | 'Right' | 'Fill' | 'Justify' | 'CenterAcrossSelection' | 'Distributed';
  readonly vertical: 'Top' | 'Center' | 'Bottom' | 'Justify' | 'Distributed';
  readonly wrapText: boolean;
  readonly indent: number;
  readonly rotation: number;
  readonly shrinkToFit: boolean;
  readonly readingOrder?: 'LeftToRight' | 'RightToLeft';
}

export const DEFAULT_STYLE: CellStyle = {
  numberFormat: 'General',
  font: {
    name: 'Calibri',
    size: 11,
    bold: false,
    italic: false,
    underline: 'None',
    strikethrough: false,
    color: '#000000',
  },
  fill: {},
  borders: {},
  alignment: { horizontal: 'General', vertical: 'Bottom', wrapText: false, indent: 0, rotation: 0, shrinkToFit: false },
  locked: true,
  hidden: false,
};

/** Interns styles: equal styles share one index; index 0 is the workbook's default. */
export class StyleTable {
  private readonly styles: CellStyle[] = [];
  private readonly byKey = new Map<string, number>();

  constructor(defaultStyle: CellStyle = DEFAULT_STYLE) {
    this.intern(defaultStyle);
  }

  get(index: number): CellStyle {
    return this.styles[index] ?? this.styles[0] ?? DEFAULT_STYLE;
  }

  intern(style: CellStyle): number {
    const key = JSON.stringify(style);
    const known = this.byKey.get(key);
    if (known !== undefined) return known;
    const index = this.styles.push(style) - 1;
    this.byKey.set(key, index);
    return index;
  }

  get count(): number {
    return this.styles.length;
  }
}
