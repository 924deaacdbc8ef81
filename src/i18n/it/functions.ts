import type { functions as english } from '../en/functions';

export const functions: Record<keyof typeof english, string> = {
  'issue.forecast-no-history':
    'La domanda non contiene alcun periodo completo prima dell’inizio del piano: non c’è nulla da cui ricavare una previsione.',
  'issue.forecast-family-without-history':
    '{family} non ha domanda in un periodo completo prima dell’inizio del piano: nessuna previsione statistica.',
  'issue.forecast-no-values': 'Lo storico non contiene alcun numero: la previsione è zero.',
  'issue.forecast-rows-after-start':
    '{count, plural, one {# riga di domanda ha} other {# righe di domanda hanno}} data uguale o successiva all’inizio del piano e non {count, plural, one {è stata usata} other {sono state usate}} come storico.',
  'issue.forecast-last-period-left-out':
    'L’ultimo periodo della domanda (dal {start}) non è completo ed è stato escluso dallo storico.',
  'issue.forecast-first-period-left-out':
    'Il primo periodo della domanda (dal {start}) non è completo ed è stato escluso dallo storico.',
  'issue.forecast-gaps-as-zero':
    '{family}: {count, plural, one {# periodo senza righe di domanda vale} other {# periodi senza righe di domanda valgono}} zero.',
  'issue.forecast-short-history':
    '{family}: {count, plural, one {un solo periodo} other {solo # periodi}} di storico; la previsione è poco più degli ultimi valori.',
  'issue.forecast-negative-history':
    '{family}: lo storico contiene domanda negativa (resi?), quindi anche la previsione può essere negativa.',
  'issue.forecast-stale-history':
    '{family}: lo storico finisce il {date}, molto prima dell’inizio del piano; per questo l’intervallo è ampio.',
};
