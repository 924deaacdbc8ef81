import type { functionHelp as english } from '../en/functionHelp';

export const functionHelp: Record<keyof typeof english, string> = {
  'function.help.title': 'Funzioni di Cadenza',
  'function.help.intro':
    'Le funzioni accettano intervalli in riga o in colonna e restituiscono intervalli che si espandono. Gli argomenti facoltativi si possono omettere. Ciò che non va è detto a parole nella cella.',
  'function.help.writing': 'Come si scrive',
  'function.help.arguments': 'Argomenti',
  'function.help.optional': 'facoltativo',
  'function.help.gives': 'Che cosa restituisce',
  'function.help.cells': 'Celle vuote, testi ed errori',
  'function.help.example': 'Esempio',
  'function.help.all': 'Tutte le funzioni',
  'function.help.cells.series':
    'Le celle vuote attorno ai numeri non contano, e nemmeno il testo prima del primo numero (un’intestazione). Celle vuote, testi, VERO e FALSO ed errori fra i numeri sono valori mancanti: si completano con i valori vicini, o con quelli di una stagione prima e dopo. Sono valori mancanti anche testi ed errori dopo l’ultimo numero; la previsione comincia dopo di essi. Un blocco si legge riga per riga.',
  'function.help.cells.table':
    'Le prime colonne di testo sono etichette; l’ultima dà il nome alla serie, le precedenti ai gruppi. Una riga senza numeri, e una prima riga di date, è un’intestazione e riceve una risposta vuota. Ogni colonna è un periodo: le colonne finali in cui nessuna serie ha un numero non contano; altrove celle vuote, testi ed errori sono valori mancanti.',
  'function.help.cells.values':
    'Ogni argomento è un solo valore; un errore in uno di essi è il risultato. Una cella vuota vale 0 (come omessa, se l’argomento è facoltativo).',
  'function.help.cells.dates':
    'Celle vuote, testi ed errori nell’elenco delle festività si ignorano; un errore in un altro argomento è il risultato. Le date seguono il sistema della cartella di lavoro (1900 o 1904).',
  'function.help.cells.deals':
    'I due intervalli devono avere lo stesso numero di celle. Una riga con una cella vuota, un testo o un errore in uno dei due non è una trattativa e si ignora.',
  'function.help.cells.amounts': 'Celle vuote, testi ed errori fra gli importi si ignorano.',
  'function.help.cells.months': 'Dove i mesi hanno una cella vuota, un testo o un errore la risposta è vuota.',
  'function.help.FORECAST.gives':
    'Una previsione per ogni valore dell’orizzonte; con un livello tre colonne (o righe): previsione, limite inferiore e superiore. Uno storico senza valori negativi non ha previsioni negative.',
  'function.help.FORECAST.MODEL.gives':
    'Righe con un nome e un valore: il modello, la stagione (1 se non c’è), quanti valori sono stati usati, se la domanda è intermittente, poi ogni modello della combinazione con il suo peso e, con i driver, l’effetto di un’unità di ciascuno.',
  'function.help.FORECAST.ACCURACY.gives':
    'MASE, RMSSE, sMAPE, wMAPE, distorsione (sopra 0: previsioni troppo alte), copertura e punteggio dell’intervallo al 95%, e di quanta parte dell’errore la previsione migliora quella ingenua; accanto, le misure della previsione ingenua. #N/D se lo storico è troppo corto per la verifica.',
  'function.help.FORECAST.BACKTEST.gives':
    'Una riga per ogni previsione che si sarebbe fatta: l’ultima cella nota dello storico (contando da 1), il passo in avanti, la cella prevista, il consuntivo, la previsione, l’errore, la previsione ingenua e il suo errore. L’errore assoluto medio diviso per il passo assoluto medio di una stagione nello storico è il MASE di FORECAST.ACCURACY.',
  'function.help.FORECAST.MANY.gives':
    'Una riga per ogni riga della tabella: le etichette, poi le previsioni e, con un livello, i limiti inferiori e poi i superiori. Con una riconciliazione seguono le righe del totale e di ogni gruppo, e ogni totale è la somma delle sue serie.',
  'function.help.SEASONALITY.gives': 'Un indice per ogni periodo della stagione, a partire da quello del primo valore.',
  'function.help.OUTLIERS.gives':
    'Un’intestazione, poi una riga per ogni valore anomalo: la sua cella nell’intervallo (contando da 1), il valore, l’atteso e i limiti superati. Lo storico non viene mai modificato.',
  'function.help.SAFETYSTOCK.gives': 'Unità di scorta.',
  'function.help.REORDERPOINT.gives': 'Unità di scorta.',
  'function.help.FILLRATE.gives': 'Una quota da 0 a 1.',
  'function.help.PHASE.gives':
    'Una riga per mese: il primo giorno e la sua parte del totale. Le parti sommano esattamente al totale.',
  'function.help.WORKDAYS.gives': 'Un numero di giorni, negativo se la fine precede l’inizio.',
  'function.help.FISCALWEEK.gives': 'Testo: l’anno fiscale e la settimana.',
  'function.help.ISOWEEK.gives': 'Testo: l’anno a cui appartiene la settimana, e la settimana.',
  'function.help.WEIGHTED.gives': 'Un importo.',
  'function.help.CHANCE.gives':
    'Una probabilità da 0 a 1, esatta per poche trattative; ciascuna è vinta o persa per conto suo.',
  'function.help.COVERAGE.gives':
    'Un rapporto: 3 è il triplo di quanto resta da vincere. #N/D se non resta nulla da vincere.',
  'function.help.RAMP.gives': 'Una quota da 0 a 1 per ogni mese, disposta come i mesi.',
};
