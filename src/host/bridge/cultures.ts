/** Signs and patterns of a culture, as Excel takes them from the system. */
export interface Culture {
  readonly decimalSeparator: string;
  readonly groupSeparator: string;
  readonly dateSeparator: string;
  readonly timeSeparator: string;
  readonly shortDatePattern: string;
  readonly longDatePattern: string;
  readonly longTimePattern: string;
}

const US: Culture = {
  decimalSeparator: '.',
  groupSeparator: ',',
  dateSeparator: '/',
  timeSeparator: ':',
  shortDatePattern: 'M/d/yyyy',
  longDatePattern: 'dddd, MMMM d, yyyy',
  longTimePattern: 'h:mm:ss tt',
};

const EUROPEAN: Culture = {
  ...US,
  decimalSeparator: ',',
  groupSeparator: '.',
  shortDatePattern: 'dd/MM/yyyy',
  longDatePattern: 'dddd d MMMM yyyy',
  longTimePattern: 'HH:mm:ss',
};

const CULTURES: Readonly<Record<string, Culture>> = {
  'en-US': US,
  'en-GB': { ...US, shortDatePattern: 'dd/MM/yyyy', longDatePattern: 'dd MMMM yyyy', longTimePattern: 'HH:mm:ss' },
  'it-IT': EUROPEAN,
  'es-ES': { ...EUROPEAN, longDatePattern: "dddd, d 'de' MMMM 'de' yyyy" },
  'fr-FR': { ...EUROPEAN, groupSeparator: '\u202f' },
  'de-DE': { ...EUROPEAN, dateSeparator: '.', shortDatePattern: 'dd.MM.yyyy', longDatePattern: 'dddd, d. MMMM yyyy' },
};

/** The culture of a tag ('it-IT'); by its language when the region is not known, else en-US. */
export function cultureOf(tag: string): Culture {
  const language = tag.split('-')[0] ?? '';
  const sibling = Object.keys(CULTURES).find((known) => known.startsWith(`${language}-`));
  return CULTURES[tag] ?? (sibling === undefined ? US : (CULTURES[sibling] ?? US));
}
