import type { Language, Settings } from '../planning/input';
import type { CheckOptions } from './checkWorkbook';
import { readInput } from './checkWorkbook';

const BY_COUNTRY: Partial<Readonly<Record<Settings['country'], string>>> = {
  IT: 'it-IT',
  US: 'en-US',
  GB: 'en-GB',
  DE: 'de-DE',
  FR: 'fr-FR',
  ES: 'es-ES',
};
const BY_LANGUAGE: Readonly<Record<Language, string>> = { it: 'it-IT', en: 'en-US' };

/**
 * The regional format in which people typed dates and numbers as text, where no Excel is there to tell its own: that of the country
 * in Settings, else of the language asked for, else of the workbook's language.
 *
 * @returns A BCP 47 tag, 'it-IT' say.
 * @throws ExcelFailure when Excel refuses.
 */
export async function guessLocale(options: CheckOptions): Promise<string> {
  const { settings } = (await readInput(options)).parsed.input;
  const byCountry = settings.given.country && BY_COUNTRY[settings.country];
  return byCountry ?? BY_LANGUAGE[settings.language];
}
