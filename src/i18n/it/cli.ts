import type { cli as english } from '../en/cli';

export const cli: Record<keyof typeof english, string> = {
  'cli.help': `Cadenza pianifica le attività di un''azienda a partire dai fogli di una cartella di lavoro.

  cadenza plan IN.xlsx [--out OUT.xlsx] [--json PIANO.json] [--lang it|en] [--locale TAG] [--today AAAA-MM-GG] [--by NOME] [--timings]
      Legge obiettivi, pipeline e capacità, scrive il piano in una copia della cartella
      (IN.plan.xlsx accanto ad essa, se --out non dice altro) e il piano in JSON.
      Gli stessi dati danno gli stessi file; --timings mette nel JSON i tempi misurati.
      Il registro nomina l''utente che lo esegue, o --by NOME.
      --locale (it-IT, en-GB …) dice come leggere date e numeri scritti come testo; altrimenti
      lo dice il Paese nelle Impostazioni, o la lingua.
  cadenza check IN.xlsx [--json] [--lang it|en] [--locale TAG] [--today AAAA-MM-GG]
      Dice che cosa ha trovato nella cartella e che cosa non va, cella per cella.
  cadenza explain IN.xlsx "Bilancio domanda-offerta!F12" [--json] [--lang it|en] [--today AAAA-MM-GG]
      Dice perché una cella del piano è com''è: gli input da cui dipende, perché manca qualcosa,
      quanto vale un''unità in più e che cosa aiuterebbe. Non scrive nulla.
  cadenza forecast IN.csv --horizon H [--season M] [--level L] [--lang it|en] --out OUT.csv
      Prevede ogni serie di una tabella lunga con le colonne series, date, value.

Termina con 0 se tutto è andato bene, 2 se i dati non si possono pianificare (in tal caso non scrive nulla), 1 per ogni altro errore.`,
  'cli.unknown-command': `Comando sconosciuto: "{command}". Provi cadenza --help.`,
  'cli.bad-arguments': '{message}. Provi cadenza --help.',
  'cli.no-sheet': 'Non c’è un foglio {sheet}.',
  'cli.no-file': 'Il file {file} non esiste. Controlli il nome e la cartella.',
  'cli.bad-day': `"{text}" non è una data. La scriva così: 2026-11-25.`,
  'cli.bad-locale': `"{text}" non è un formato regionale. Lo scriva come it-IT o en-GB.`,
  'cli.bad-language': `"{text}" non è una lingua di Cadenza. Usi it oppure en.`,
  'cli.damaged':
    '{file} è danneggiato e non si può leggere. Lo apra in Excel, lo lasci riparare, lo salvi e riprovi. (Dettaglio tecnico: {detail}.)',
  'cli.encrypted':
    '{file} è protetto da una password. Lo apra in Excel, tolga la password (File, Informazioni, Proteggi cartella di lavoro) e riprovi.',
  'cli.not-a-workbook':
    '{file} non è una cartella di lavoro di Excel, anche se ne porta il nome. Apra il contenuto in Excel, lo salvi come "Cartella di lavoro di Excel (.xlsx)" e riprovi.',
  'cli.old-workbook':
    '{file} è nel formato di Excel 97–2003 (.xls). Lo apra in Excel, lo salvi come "Cartella di lavoro di Excel (.xlsx)" e riprovi.',
  'cli.phase.reading': 'Lettura della cartella',
  'cli.phase.planning': 'Pianificazione',
  'cli.phase.writing': 'Scrittura dei fogli',
  'cli.stopping': 'Mi fermo: completo il miglior piano trovato finora. Un altro Ctrl+C annulla tutto.',
  'cli.cancelled': 'Annullato. Non è stato scritto nulla.',
  'cli.found': 'Trovati',
  'cli.found-table': '{rows, plural, one {# riga} other {# righe}}',
  'cli.blocked': 'La cartella non si può ancora pianificare; non è stato scritto nulla. Prima bisogna sistemare:',
  'cli.issues': 'Da guardare',
  'cli.more-issues': '… e {count, plural, one {un altro} other {altri #}} nel foglio {sheet}',
  'cli.more-issues-check': '… e {count, plural, one {un altro} other {altri #}} (con --json si vedono tutti)',
  'cli.locale': 'Date e numeri scritti come testo sono letti come in {locale}; per cambiare, --locale.',
  'cli.no-issues': 'Niente da sistemare.',
  'cli.severity.error': 'errore',
  'cli.severity.warning': 'avviso',
  'cli.severity.info': 'nota',
  'cli.horizon': 'Piano dal {start} al {end}, {count} periodi',
  'cli.sales':
    'Obiettivo di vendita {year} {target}; vinto {won}; pipeline ponderata {weighted}{chance, select, none {} other {; probabilità di raggiungerlo {chance}}}',
  'cli.balance': 'Bilancio {status}: servito il {served} della domanda, costo {cost}, profitto {profit}',
  'cli.status.optimal': 'di ottimo provato',
  'cli.status.feasible': 'ammissibile, entro il {gap} dal migliore possibile',
  'cli.status.infeasible': 'senza soluzione',
  'cli.shortage': '{family}, {bucket}: {quantity} unità {kind, select, lost {perse} other {in ritardo}}, {money}',
  'cli.shortages': 'Carenze maggiori',
  'cli.no-shortages': 'Non manca nulla.',
  'cli.activities':
    '{activities, plural, one {# riga di attività} other {# righe di attività}}, {milestones, plural, one {# traguardo} other {# traguardi}}',
  'cli.written': 'Scritto {file}: {sheets}',
  'cli.written-json': 'Scritto {file}',
  'cli.loss': 'Non conservato nella copia: {what}',
  'cli.transfer': '{syncs} scambi, {read} celle lette, {written} celle scritte, {seconds} s',
  'cli.failed': 'È successo qualcosa che non doveva succedere: {message}',
};
