import type { functions as english } from '../en/functions';

export const functions: Record<keyof typeof english, string> = {
  'issue.forecast-no-history':
    'La domanda non contiene alcun periodo completo prima dell’inizio del piano: non c’è nulla da cui ricavare una previsione.',
  'issue.forecast-family-without-history':
    '{family} non ha domanda in un periodo completo prima dell’inizio del piano: nessuna previsione statistica.',
  'issue.forecast-no-values': 'Lo storico non contiene alcun numero: la previsione è zero.',
  'issue.forecast-before-launch':
    '{count, plural, one {# periodo a zero prima della prima domanda è lasciato fuori} other {# periodi a zero prima della prima domanda sono lasciati fuori}}: da allora la domanda è regolare.',
  'issue.forecast-rows-after-start':
    '{count, plural, one {# riga di domanda ha} other {# righe di domanda hanno}} data uguale o successiva all’inizio del piano e non {count, plural, one {è stata usata} other {sono state usate}} come storico.',
  'issue.forecast-last-period-left-out':
    'L’ultimo periodo della domanda (dal {start}) non è completo ed è stato escluso dallo storico.',
  'issue.forecast-first-period-left-out':
    'Il primo periodo della domanda (dal {start}) non è completo ed è stato escluso dallo storico.',
  'issue.forecast-gaps-as-zero':
    '{family}: {count, plural, one {# periodo senza righe di domanda vale} other {# periodi senza righe di domanda valgono}} zero.',
  'issue.forecast-outliers':
    '{family}: {count, plural, one {# periodo non si accorda} other {# periodi non si accordano}} con gli altri ({dates}); usati così come sono, da verificare.',
  'issue.forecast-intermittent':
    '{family}: la domanda è intermittente; è prevista come tasso medio, con metodi fatti apposta.',
  'issue.forecast-short-history':
    '{family}: {count, plural, one {un solo periodo} other {solo # periodi}} di storico; la previsione è poco più degli ultimi valori.',
  'issue.forecast-no-yearly-season':
    '{family}: {count, number} {grain, select, Week {settimane} other {mesi}} di storico sono meno di due anni: la previsione non ha stagionalità annuale, segue livello e tendenza.',
  'issue.forecast-reconciled':
    'Prevista insieme a {dimensions} ({count, plural, one {# serie} other {# serie}}) e riconciliata: le parti sommano al totale. L’accuratezza è quella della previsione propria della famiglia.',
  'issue.forecast-per-working-day':
    '{family}: prevista per giorno lavorativo, come il passato conferma; settimane e mesi con festività ricevono meno.',
  'issue.forecast-negative-history':
    '{family}: lo storico contiene domanda negativa (resi?), quindi anche la previsione può essere negativa.',
  'issue.forecast-stale-history':
    '{family}: lo storico finisce il {date}, molto prima dell’inizio del piano; per questo l’intervallo è ampio.',
  'function.FORECAST.description':
    'Prevede una serie con una combinazione di modelli verificata sul passato, con l’intervallo se si indica un livello.',
  'function.FORECAST.param.history':
    'Valori passati, dal più vecchio, in riga o in colonna; celle vuote, testi ed errori all’interno valgono come mancanti.',
  'function.FORECAST.param.horizon': 'Quanti valori prevedere, da 1 a 1000.',
  'function.FORECAST.param.season':
    'Valori in una stagione: 12 per i mesi, 4 per i trimestri, 52 per le settimane, 1 per nessuna; se omesso si ricava dai dati.',
  'function.FORECAST.param.model':
    'Automatico (predefinito), Ingenuo, Ingenuo stagionale, Deriva, Media, SES, Holt, Smorzato, Holt-Winters, ETS, Theta, Theta dinamico, ARIMA, Croston, SBA, TSB, ADIDA o IMAPA.',
  'function.FORECAST.param.level':
    'Livello dell’intervallo, per esempio 0,8 o 95%; se indicato, accanto alla previsione compaiono i limiti inferiore e superiore.',
  'function.FORECAST.param.dates':
    'Date dei valori passati: vengono ordinate, i valori dello stesso periodo sommati, i periodi mancanti completati.',
  'function.FORECAST.param.drivers':
    'Ciò che muove la serie, una colonna (o riga) ciascuno, lunghi quanto storico e orizzonte insieme.',
  'function.FORECAST.MODEL.description':
    'Dice di quali modelli è fatta una previsione, con i loro pesi e la stagione trovata.',
  'function.FORECAST.MODEL.param.history':
    'Valori passati, dal più vecchio, in riga o in colonna; celle vuote, testi ed errori all’interno valgono come mancanti.',
  'function.FORECAST.MODEL.param.season':
    'Valori in una stagione: 12 per i mesi, 4 per i trimestri, 52 per le settimane, 1 per nessuna; se omesso si ricava dai dati.',
  'function.FORECAST.MODEL.param.model':
    'Automatico (predefinito), Ingenuo, Ingenuo stagionale, Deriva, Media, SES, Holt, Smorzato, Holt-Winters, ETS, Theta, Theta dinamico, ARIMA, Croston, SBA, TSB, ADIDA o IMAPA.',
  'function.FORECAST.MODEL.param.dates':
    'Date dei valori passati: vengono ordinate, i valori dello stesso periodo sommati, i periodi mancanti completati.',
  'function.FORECAST.MODEL.param.drivers':
    'Ciò che muove la serie, una colonna (o riga) ciascuno, lunghi quanto storico e orizzonte insieme.',
  'function.FORECAST.ACCURACY.description':
    'Misura quanto sarebbero state buone le previsioni di questa serie, a confronto con la previsione ingenua.',
  'function.FORECAST.ACCURACY.param.history':
    'Valori passati, dal più vecchio, in riga o in colonna; celle vuote, testi ed errori all’interno valgono come mancanti.',
  'function.FORECAST.ACCURACY.param.horizon':
    'Quanti valori avanti; in assenza, una stagione, oppure 6 se non c’è stagione.',
  'function.FORECAST.ACCURACY.param.season':
    'Valori in una stagione: 12 per i mesi, 4 per i trimestri, 52 per le settimane, 1 per nessuna; se omesso si ricava dai dati.',
  'function.FORECAST.ACCURACY.param.model':
    'Automatico (predefinito), Ingenuo, Ingenuo stagionale, Deriva, Media, SES, Holt, Smorzato, Holt-Winters, ETS, Theta, Theta dinamico, ARIMA, Croston, SBA, TSB, ADIDA o IMAPA.',
  'function.FORECAST.ACCURACY.param.byStep': 'VERO per le misure di ciascun numero di valori in avanti.',
  'function.FORECAST.BACKTEST.description':
    'Elenca ogni previsione che sarebbe stata fatta in passato accanto a ciò che è avvenuto.',
  'function.FORECAST.BACKTEST.param.history':
    'Valori passati, dal più vecchio, in riga o in colonna; celle vuote, testi ed errori all’interno valgono come mancanti.',
  'function.FORECAST.BACKTEST.param.horizon':
    'Quanti valori avanti; in assenza, una stagione, oppure 6 se non c’è stagione.',
  'function.FORECAST.BACKTEST.param.season':
    'Valori in una stagione: 12 per i mesi, 4 per i trimestri, 52 per le settimane, 1 per nessuna; se omesso si ricava dai dati.',
  'function.FORECAST.BACKTEST.param.model':
    'Automatico (predefinito), Ingenuo, Ingenuo stagionale, Deriva, Media, SES, Holt, Smorzato, Holt-Winters, ETS, Theta, Theta dinamico, ARIMA, Croston, SBA, TSB, ADIDA o IMAPA.',
  'function.FORECAST.MANY.description': 'Prevede un blocco di serie in una sola chiamata.',
  'function.FORECAST.MANY.param.table':
    'Un blocco di serie, una per riga, dal valore più vecchio; le prime colonne di testo restano come etichette.',
  'function.FORECAST.MANY.param.horizon': 'Quanti valori prevedere, da 1 a 1000.',
  'function.FORECAST.MANY.param.season':
    'Valori in una stagione: 12 per i mesi, 4 per i trimestri, 52 per le settimane, 1 per nessuna; se omesso si ricava dai dati.',
  'function.FORECAST.MANY.param.model':
    'Automatico (predefinito), Ingenuo, Ingenuo stagionale, Deriva, Media, SES, Holt, Smorzato, Holt-Winters, ETS, Theta, Theta dinamico, ARIMA, Croston, SBA, TSB, ADIDA o IMAPA.',
  'function.FORECAST.MANY.param.level':
    'Livello dell’intervallo; se indicato, alle previsioni seguono i limiti inferiori e poi quelli superiori.',
  'function.FORECAST.MANY.param.byColumns': 'VERO se ogni colonna è una serie.',
  'function.FORECAST.MANY.param.reconcile':
    'MinT, Dal basso o Dall’alto: seguono le righe del totale e dei gruppi indicati nelle prime etichette, e tutto quadra.',
  'function.SEASONALITY.description':
    'Indici stagionali di una serie: media 1 se tutti i valori sono positivi, altrimenti somma 0.',
  'function.SEASONALITY.param.history':
    'Valori passati, dal più vecchio, in riga o in colonna; celle vuote, testi ed errori all’interno valgono come mancanti.',
  'function.SEASONALITY.param.season':
    'Valori in una stagione: 12 per i mesi, 4 per i trimestri, 52 per le settimane, 1 per nessuna; se omesso si ricava dai dati.',
  'function.SEASONALITY.param.dates':
    'Date dei valori passati: vengono ordinate, i valori dello stesso periodo sommati, i periodi mancanti completati.',
  'function.OUTLIERS.description': 'Elenca i valori di una serie che non si accordano con quelli vicini.',
  'function.OUTLIERS.param.history':
    'Valori passati, dal più vecchio, in riga o in colonna; celle vuote, testi ed errori all’interno valgono come mancanti.',
  'function.OUTLIERS.param.season':
    'Valori in una stagione: 12 per i mesi, 4 per i trimestri, 52 per le settimane, 1 per nessuna; se omesso si ricava dai dati.',
  'function.OUTLIERS.param.sigmas': 'Deviazioni standard dal valore atteso; 4 se omesso.',
  'function.SAFETYSTOCK.description':
    'Scorta di sicurezza per un livello di servizio quando domanda e tempo di consegna variano.',
  'function.SAFETYSTOCK.param.service': 'Quota di cicli di riordino senza rottura di stock, per esempio 0,95 o 95%.',
  'function.SAFETYSTOCK.param.demandSd': 'Deviazione standard della domanda per periodo.',
  'function.SAFETYSTOCK.param.leadTime': 'Periodi dall’ordine alla consegna.',
  'function.SAFETYSTOCK.param.meanDemand': 'Domanda media per periodo; serve solo se il tempo di consegna varia.',
  'function.SAFETYSTOCK.param.leadTimeSd': 'Deviazione standard del tempo di consegna in periodi; 0 se omessa.',
  'function.SAFETYSTOCK.param.review': 'Periodi fra due controlli della scorta; 0 (sempre sorvegliata) se omesso.',
  'function.REORDERPOINT.description':
    'Scorta alla quale riordinare per un livello di servizio: domanda nel tempo di consegna più scorta di sicurezza.',
  'function.REORDERPOINT.param.service': 'Quota di cicli di riordino senza rottura di stock, per esempio 0,95 o 95%.',
  'function.REORDERPOINT.param.meanDemand': 'Domanda media per periodo.',
  'function.REORDERPOINT.param.demandSd': 'Deviazione standard della domanda per periodo.',
  'function.REORDERPOINT.param.leadTime': 'Periodi dall’ordine alla consegna.',
  'function.REORDERPOINT.param.leadTimeSd': 'Deviazione standard del tempo di consegna in periodi; 0 se omessa.',
  'function.REORDERPOINT.param.review': 'Periodi fra due controlli della scorta; 0 (sempre sorvegliata) se omesso.',
  'function.FILLRATE.description': 'Quota della domanda servita da scorta con un punto di riordino e un lotto.',
  'function.FILLRATE.param.reorderPoint': 'Scorta alla quale si emette l’ordine.',
  'function.FILLRATE.param.lot': 'Unità ordinate ogni volta.',
  'function.FILLRATE.param.meanDemand': 'Domanda media per periodo.',
  'function.FILLRATE.param.demandSd': 'Deviazione standard della domanda per periodo.',
  'function.FILLRATE.param.leadTime': 'Periodi dall’ordine alla consegna.',
  'function.FILLRATE.param.leadTimeSd': 'Deviazione standard del tempo di consegna in periodi; 0 se omessa.',
  'function.FILLRATE.param.review': 'Periodi fra due controlli della scorta; 0 (sempre sorvegliata) se omesso.',
  'function.PHASE.description':
    'Ripartisce un totale sui mesi per giorni lavorativi e profilo stagionale; le parti quadrano esattamente.',
  'function.PHASE.param.total': 'Ciò che va ripartito.',
  'function.PHASE.param.start': 'Primo giorno.',
  'function.PHASE.param.end': 'Ultimo giorno, compreso.',
  'function.PHASE.param.profile': 'Dodici pesi, da gennaio; senza, contano solo i giorni lavorativi.',
  'function.PHASE.param.holidays': 'Date non lavorate, oltre a sabati e domeniche.',
  'function.WORKDAYS.description': 'Giorni lavorativi da una data a un’altra, estremi compresi.',
  'function.WORKDAYS.param.start': 'Primo giorno.',
  'function.WORKDAYS.param.end': 'Ultimo giorno, compreso.',
  'function.WORKDAYS.param.holidays': 'Date non lavorate, oltre a sabati e domeniche.',
  'function.WORKDAYS.param.country': 'IT, US, GB, DE, FR o ES per le festività nazionali; nessuna se omesso.',
  'function.FISCALWEEK.description': 'La settimana fiscale di una data, per esempio FY2026-W05.',
  'function.FISCALWEEK.param.date': 'Una data.',
  'function.FISCALWEEK.param.startMonth': 'Mese in cui comincia l’anno fiscale, da 1 a 12; gennaio se omesso.',
  'function.FISCALWEEK.param.pattern': 'Calendar (mesi di calendario, predefinito), 4-4-5, 4-5-4 o 5-4-4.',
  'function.ISOWEEK.description': 'La settimana ISO di una data con il suo anno, per esempio 2026-W49.',
  'function.ISOWEEK.param.date': 'Una data.',
  'function.WEIGHTED.description': 'Pipeline pesata: la somma degli importi per le probabilità.',
  'function.WEIGHTED.param.amounts': 'Importi delle trattative aperte.',
  'function.WEIGHTED.param.probabilities':
    'Le loro probabilità di successo, da 0 a 1 o in percentuale, in un intervallo della stessa dimensione.',
  'function.CHANCE.description': 'Probabilità che le trattative vinte raggiungano insieme un obiettivo.',
  'function.CHANCE.param.amounts': 'Importi delle trattative aperte.',
  'function.CHANCE.param.probabilities':
    'Le loro probabilità di successo, da 0 a 1 o in percentuale, in un intervallo della stessa dimensione.',
  'function.CHANCE.param.target': 'Ciò che si vuole raggiungere.',
  'function.COVERAGE.description': 'Copertura della pipeline: trattative aperte su quanto resta da vincere.',
  'function.COVERAGE.param.pipeline': 'Importi delle trattative aperte, o il loro totale.',
  'function.COVERAGE.param.target': 'Obiettivo del periodo.',
  'function.COVERAGE.param.won': 'Già vinto nel periodo; 0 se omesso.',
  'function.RAMP.description': 'Produttività di un neoassunto, da 0 a 1, per mesi dall’assunzione.',
  'function.RAMP.param.months': 'Mesi dall’assunzione, uno o un intervallo.',
  'function.RAMP.param.ramp': 'Mesi fino alla piena produttività, o un intervallo con la produttività di ogni mese.',
  'function.error.no-numbers': 'Lo storico non contiene alcun numero.',
  'function.error.not-a-number': '{name} non è un numero.',
  'function.error.not-a-count': '{name} deve essere un numero intero da {least, number} a {most, number}.',
  'function.error.not-a-share': '{name} deve stare fra 0 e 1 (o fra 0% e 100%).',
  'function.error.not-positive': '{name} deve essere maggiore di 0.',
  'function.error.negative': '{name} non può essere negativo.',
  'function.error.not-a-date': '{name} non è una data dal marzo 1900 in poi.',
  'function.error.dates-length': 'Date e storico devono avere lo stesso numero di celle.',
  'function.error.no-dates': 'Nessuna cella ha sia una data sia un numero.',
  'function.error.unknown-model': 'Il modello «{model}» non esiste. I modelli sono: {models}.',
  'function.error.unknown-country': '«{country}» non è fra IT, US, GB, DE, FR, ES.',
  'function.error.unknown-pattern': '«{pattern}» non è fra Calendar, 4-4-5, 4-5-4, 5-4-4.',
  'function.error.too-short':
    'Lo storico è troppo corto per verificarvi le previsioni: servono una decina di valori, o due stagioni e mezza.',
  'function.error.no-season':
    'In questo storico non emerge una stagione; indicarne la lunghezza per avere comunque gli indici.',
  'function.error.end-before-start': 'La fine precede l’inizio.',
  'function.error.span-too-long': 'Dall’inizio alla fine ci sono più di 50 anni.',
  'function.error.profile-length': 'Un profilo ha dodici pesi, da gennaio.',
  'function.error.no-working-days': 'Non c’è alcun giorno lavorativo, o alcun peso, su cui ripartire il totale.',
  'function.error.deals-length': 'Importi e probabilità devono avere lo stesso numero di celle.',
  'function.error.not-a-probability': 'Una probabilità è minore di 0 o maggiore del 100%.',
  'function.error.nothing-left': 'Non resta nulla da vincere: l’obiettivo è raggiunto.',
  'function.error.too-many-series': 'MinT confronta al massimo {most, number} serie; usare Dal basso o Dall’alto.',
  'function.error.unknown-reconciliation': '«{word}» non è fra MinT, Dal basso, Dall’alto.',
  'function.error.short-season':
    'Lo storico è più corto di due stagioni ({count, number} valori): non ha indici stagionali.',
  'function.error.drivers-useless':
    'Dai driver non si ricava nulla: lo storico è troppo corto, oppure uno non varia mai o dipende dagli altri.',
  'function.error.drivers-with-dates': 'I driver vanno con uno storico già in ordine: omettere le date.',
  'function.error.drivers-length':
    'I driver devono essere numeri, uno per ogni cella dello storico e dell’orizzonte: {count, number} in tutto.',
  'function.word.model': 'Modello',
  'function.word.season': 'Stagione',
  'function.word.values': 'Valori usati',
  'function.word.intermittent': 'Intermittente',
  'function.word.yes': 'sì',
  'function.word.no': 'no',
  'function.word.none': '–',
  'function.word.measure': 'Misura',
  'function.word.forecast': 'Previsione',
  'function.word.naive': 'Ingenua',
  'function.word.mase': 'MASE',
  'function.word.rmsse': 'RMSSE',
  'function.word.smape': 'sMAPE',
  'function.word.wmape': 'wMAPE',
  'function.word.bias': 'Distorsione',
  'function.word.value-added': 'Valore aggiunto',
  'function.word.errors': 'Errori contati',
  'function.word.step': 'Passo',
  'function.word.actual': 'Consuntivo',
  'function.word.error': 'Errore',
  'function.word.no-outliers': 'Nessun valore anomalo',
  'function.word.place': 'Posizione',
  'function.word.value': 'Valore',
  'function.word.expected': 'Atteso',
  'function.word.lower': 'Inferiore',
  'function.word.upper': 'Superiore',
  'function.word.naive-error': 'Errore ingenuo',
  'function.word.origin': 'Ultimo noto',
  'function.word.msis': 'Punteggio dell’intervallo (MSIS)',
  'function.word.coverage': 'Copertura dell’intervallo al 95%',
  'function.word.total': 'Totale',
  'function.word.effect': 'Effetto del driver {number, number}',
  'forecast.cli.usage':
    'Uso: cadenza forecast IN.csv --horizon H [--season M] [--level L] [--lang it|en] --out OUT.csv',
  'forecast.cli.bad-count': '{option} deve essere un numero intero da 1 a 1000, non «{text}».',
  'forecast.cli.bad-level': '--level deve stare fra 0 e 1 (o fra 0 e 100), non «{text}».',
  'forecast.cli.no-column':
    '{file}: la tabella non ha la colonna «{column}»; servono series, date e value (serie, data, valore).',
  'forecast.cli.bad-date':
    '{file}, riga {line, number}: «{text}» non è una data; le date si scrivono 2026-11-25, 25/11/2026 o 2026-11.',
  'forecast.cli.bad-value': '{file}, riga {line, number}: «{text}» non è un numero.',
  'forecast.cli.more-lines': '{file}: altre {count, number} righe hanno un errore.',
  'forecast.cli.no-rows': '{file}: la tabella non ha righe.',
  'forecast.cli.read-dmy': '{file}: le date come «{text}» sono state lette con il giorno prima del mese.',
  'forecast.cli.read-mdy': '{file}: le date come «{text}» sono state lette con il mese prima del giorno.',
  'forecast.cli.gaps':
    '{count, plural, one {# periodo senza valore è stato completato} other {# periodi senza valore sono stati completati}} a partire dagli altri.',
  'forecast.cli.repeated':
    '{count, plural, one {# riga cade in un periodo che ha già un’altra riga: sono state} other {# righe cadono in un periodo che ha già un’altra riga: sono state}} sommate.',
  'forecast.cli.empty': 'Senza alcun numero, quindi senza previsione: {names}.',
  'forecast.cli.progress': '{count, plural, one {# serie} other {# serie}}',
  'forecast.cli.done': '{series, plural, one {# serie prevista, scritta} other {# serie previste, scritte}} in {file}.',
};
