import type {
  CapacityRecord,
  Country,
  DemandStream,
  FiscalPattern,
  ForecastCategory,
  Language,
  Settings,
  StageRecord,
  TargetRecord,
  ActivityRecord,
  Weekday,
} from '../../planning/input';
import type { Choice } from './cells';

/** Metrics planning knows by name; any other word stays the user's own. */
export const METRICS: readonly Choice<string>[] = [
  {
    value: 'Revenue',
    it: 'Ricavi',
    synonyms: ['Ricavo', 'Fatturato', 'Sales', 'Turnover', 'Vendite', 'Bookings', 'Ordinato'],
  },
  { value: 'Units', it: 'Unità', synonyms: ['Unit', 'Pezzi', 'Quantità', 'Quantity', 'Volume', 'Volumi', 'Pcs'] },
  {
    value: 'Customers',
    it: 'Clienti',
    synonyms: ['Customer', 'Cliente', 'New customers', 'Nuovi clienti', 'Accounts'],
  },
  { value: 'Orders', it: 'Ordini', synonyms: ['Order', 'Ordine'] },
];

export const AGGREGATIONS: readonly Choice<TargetRecord['aggregation']>[] = [
  { value: 'Sum', it: 'Somma', synonyms: ['Total', 'Totale'] },
  { value: 'End', it: 'Fine', synonyms: ['Finale', 'End of year', 'Fine anno', 'Last', 'Ultimo', 'Closing'] },
  { value: 'Average', it: 'Media', synonyms: ['Avg', 'Mean', 'Medio'] },
];

/** Ways of phasing with a meaning of their own; any other word names a profile. */
export const PHASINGS: readonly Choice<string>[] = [
  { value: 'Even', it: 'Uniforme', synonyms: ['Lineare', 'Linear', 'Flat', 'Costante', 'Equal'] },
  { value: 'Working days', it: 'Giorni lavorativi', synonyms: ['Workdays', 'Business days', 'Giorni'] },
  { value: 'Seasonal', it: 'Stagionale', synonyms: ['Seasonality', 'Stagionalità'] },
];

export const CATEGORIES: readonly Choice<ForecastCategory>[] = [
  { value: 'Omitted', it: 'Escluso', synonyms: ['Escluse', 'Esclusa', 'Omessa', 'Omesso'] },
  { value: 'Pipeline', it: 'Pipeline', synonyms: ['Open', 'Aperta'] },
  { value: 'Best case', it: 'Migliore ipotesi', synonyms: ['Caso migliore', 'Upside'] },
  { value: 'Commit', it: 'Impegno', synonyms: ['Committed', 'Impegnata', 'Impegnato'] },
  { value: 'Closed', it: 'Chiuso', synonyms: ['Chiusa', 'Chiuse'] },
];

export const RESOURCE_KINDS: readonly Choice<NonNullable<CapacityRecord['kind']>>[] = [
  { value: 'Team', it: 'Reparto', synonyms: ['Squadra', 'Gruppo', 'Department', 'People'] },
  {
    value: 'Line',
    it: 'Linea',
    synonyms: ['Machine', 'Macchina', 'Impianto', 'Reparto produttivo', 'Machine group', 'Plant'],
  },
  { value: 'Supplier', it: 'Fornitore', synonyms: ['Vendor', 'Terzista', 'Subcontractor'] },
];

export const CAPACITY_PERIODS: readonly Choice<CapacityRecord['per']>[] = [
  { value: 'Day', it: 'Giorno', synonyms: ['Daily', 'Giornaliero', 'gg', 'd'] },
  { value: 'Week', it: 'Settimana', synonyms: ['Weekly', 'Settimanale', 'sett', 'w'] },
  { value: 'Month', it: 'Mese', synonyms: ['Monthly', 'Mensile', 'm'] },
  { value: 'Period', it: 'Periodo', synonyms: ['Bucket'] },
];

export const CAPACITY_UNITS: readonly Choice<'h' | 'units'>[] = [
  { value: 'h', it: 'ore', synonyms: ['hour', 'hours', 'ora', 'hrs', 'hr'] },
  { value: 'units', it: 'unità', synonyms: ['unit', 'pezzi', 'pz', 'pcs', 'pieces'] },
];

export const STREAMS: readonly Choice<DemandStream>[] = [
  { value: 'Sales', it: 'Vendite', synonyms: ['Commerciale'] },
  { value: 'Marketing', it: 'Marketing' },
  { value: 'Finance', it: 'Finanza', synonyms: ['Amministrazione', 'Controllo', 'Controlling'] },
  { value: 'Operations', it: 'Operations', synonyms: ['Produzione', 'Logistica', 'Operation'] },
  { value: 'Consensus', it: 'Consenso', synonyms: ['Concordato', 'Condiviso', 'Agreed'] },
];

export const OUTCOMES: readonly Choice<NonNullable<StageRecord['outcome']>>[] = [
  { value: 'Open', it: 'Aperta', synonyms: ['Aperto', 'In corso'] },
  { value: 'Won', it: 'Vinta', synonyms: ['Vinto', 'Closed won', 'Chiusa vinta', 'Chiuso vinto', 'Win'] },
  { value: 'Lost', it: 'Persa', synonyms: ['Perso', 'Closed lost', 'Chiusa persa', 'Chiuso perso', 'Loss'] },
];

export const ACTIVITY_KINDS: readonly Choice<ActivityRecord['kind']>[] = [
  { value: 'Task', it: 'Compito', synonyms: ['Attività', 'Activity'] },
  { value: 'Recurring', it: 'Ricorrente', synonyms: ['Periodica', 'Recurrent'] },
  { value: 'Milestone', it: 'Traguardo', synonyms: ['Pietra miliare', 'Tappa'] },
];

export const ACTIVITY_PERIODS: readonly Choice<ActivityRecord['per']>[] = [
  { value: 'Day', it: 'Giorno', synonyms: ['Daily', 'Giornaliero'] },
  { value: 'Week', it: 'Settimana', synonyms: ['Weekly', 'Settimanale'] },
  { value: 'Month', it: 'Mese', synonyms: ['Monthly', 'Mensile'] },
  { value: 'Quarter', it: 'Trimestre', synonyms: ['Quarterly', 'Trimestrale'] },
];

/** The words an activity's driver begins with; after 'Entries' and 'Production' a colon and a name follow. */
export const DRIVERS: readonly Choice<'Fixed' | 'Target' | 'Entries' | 'Production'>[] = [
  { value: 'Fixed', it: 'Fisso', synonyms: ['Fissa'] },
  { value: 'Target', it: 'Obiettivo' },
  { value: 'Entries', it: 'Ingressi', synonyms: ['Entrate', 'Entry'] },
  { value: 'Production', it: 'Produzione' },
];

export const BUCKETS: readonly Choice<Settings['bucket']>[] = [
  { value: 'Week', it: 'Settimana', synonyms: ['Weekly', 'Settimanale', 'Weeks', 'Settimane'] },
  { value: 'Month', it: 'Mese', synonyms: ['Monthly', 'Mensile', 'Months', 'Mesi'] },
];

export const FISCAL_PATTERNS: readonly Choice<FiscalPattern>[] = [
  { value: 'Calendar', it: 'Calendario', synonyms: ['Solare', 'Months', 'Mesi'] },
  { value: '4-4-5', it: '4-4-5' },
  { value: '4-5-4', it: '4-5-4' },
  { value: '5-4-4', it: '5-4-4' },
];

export const YEAR_END_RULES: readonly Choice<Settings['yearEndRule']>[] = [
  { value: 'Last', it: 'Ultimo' },
  { value: 'Nearest', it: 'Più vicino', synonyms: ['Vicino', 'Prossimo'] },
];

export const OBJECTIVES: readonly Choice<Settings['objective']>[] = [
  { value: 'Service first', it: 'Prima il servizio', synonyms: ['Servizio', 'Service', 'Livello di servizio'] },
  { value: 'Max profit', it: 'Massimo profitto', synonyms: ['Profitto', 'Profit', 'Massimo utile', 'Maximum profit'] },
  { value: 'Min cost', it: 'Minimo costo', synonyms: ['Costo', 'Cost', 'Costo minimo', 'Minimum cost'] },
];

export const IDLE_LABOUR: readonly Choice<Settings['idleLabour']>[] = [
  { value: 'Allowed', it: 'Ammesso', synonyms: ['Ammessa', 'Sì', 'Yes', 'Consentito', 'TRUE'] },
  { value: 'Not allowed', it: 'Non ammesso', synonyms: ['Non ammessa', 'No', 'Non consentito', 'FALSE'] },
];

export const LANGUAGES: readonly Choice<Language>[] = [
  { value: 'en', it: 'Inglese', synonyms: ['English', 'eng', 'en-US', 'en-GB'] },
  { value: 'it', it: 'Italiano', synonyms: ['Italian', 'ita', 'it-IT'] },
];

export const COUNTRIES: readonly Choice<Country>[] = [
  { value: 'IT', it: 'Italia', synonyms: ['Italy', 'ITA'] },
  { value: 'US', it: 'Stati Uniti', synonyms: ['USA', 'United States', 'United States of America'] },
  {
    value: 'GB',
    it: 'Regno Unito',
    synonyms: ['UK', 'United Kingdom', 'Great Britain', 'Gran Bretagna', 'Inghilterra'],
  },
  { value: 'DE', it: 'Germania', synonyms: ['Germany', 'Deutschland'] },
  { value: 'FR', it: 'Francia', synonyms: ['France'] },
  { value: 'ES', it: 'Spagna', synonyms: ['Spain', 'España'] },
  { value: 'none', it: 'Nessuno', synonyms: ['Nessuna'] },
];

/** Names of the days of the week, 1 = Monday (ISO 8601), full and short, in both languages. */
export const WEEKDAYS: readonly { readonly day: Weekday; readonly words: readonly string[] }[] = [
  { day: 1, words: ['Monday', 'Mon', 'Lunedì', 'Lun'] },
  { day: 2, words: ['Tuesday', 'Tue', 'Martedì', 'Mar'] },
  { day: 3, words: ['Wednesday', 'Wed', 'Mercoledì', 'Mer'] },
  { day: 4, words: ['Thursday', 'Thu', 'Giovedì', 'Gio'] },
  { day: 5, words: ['Friday', 'Fri', 'Venerdì', 'Ven'] },
  { day: 6, words: ['Saturday', 'Sat', 'Sabato', 'Sab'] },
  { day: 7, words: ['Sunday', 'Sun', 'Domenica', 'Dom'] },
];

const MONTH_NAMES: readonly (readonly [string, string])[] = [
  ['January', 'Gennaio'],
  ['February', 'Febbraio'],
  ['March', 'Marzo'],
  ['April', 'Aprile'],
  ['May', 'Maggio'],
  ['June', 'Giugno'],
  ['July', 'Luglio'],
  ['August', 'Agosto'],
  ['September', 'Settembre'],
  ['October', 'Ottobre'],
  ['November', 'Novembre'],
  ['December', 'Dicembre'],
];

/** The months' names, short ones as synonyms; the value is the month's number as text, 1 to 12. */
export const MONTHS: readonly Choice<string>[] = MONTH_NAMES.map(([en, it], index) => ({
  value: String(index + 1),
  it,
  synonyms: [en, en.slice(0, 3), it.slice(0, 3)],
}));
