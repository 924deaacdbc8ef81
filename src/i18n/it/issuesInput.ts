import type { issuesInput as english } from '../en/issuesInput';

export const issuesInput: Record<keyof typeof english, string> = {
  // Ricerca delle tabelle
  'issue.table-missing':
    'Nella cartella di lavoro manca {table}. Aggiungere un foglio di nome {table} (Inserisci modello lo crea) oppure associare uno dei propri fogli nel riquadro.',
  'issue.table-missing-nearest':
    'Nella cartella di lavoro manca {table}. Questo foglio è il più vicino, ma non ha {columns}: aggiungere ciò che manca o associarne le colonne nel riquadro.',
  'issue.table-empty': '{table} non contiene righe utilizzabili. Va compilato: senza non si può pianificare.',
  'issue.table-several':
    'Più tabelle potrebbero essere {table}: viene letta questa, {others} no. Se non è quella giusta, sceglierla nel riquadro.',
  'issue.table-doubtful':
    'Dalle intestazioni potrebbe essere {table} oppure {otherTable}: viene letta come {table}. Dare un nome al foglio o alla tabella per togliere il dubbio.',
  'issue.table-by-headings': 'Letta come {table}, in base alle intestazioni.',
  'issue.mapping-stale':
    'Il foglio o la tabella scelti in passato per {table} non ci sono più. La ricerca è stata rifatta: verificare la scelta nel riquadro.',
  'issue.mapping-column-stale':
    "L'intestazione scelta in passato per la colonna {column} di {table} non c'è più. Verificare la scelta nel riquadro.",
  'issue.column-missing':
    'In {table} manca la colonna {column}. Aggiungerla, rinominare la propria o associarla nel riquadro: senza non si può pianificare.',
  'issue.headings-missing':
    'Dal nome sarebbe {table}, ma nessuna riga ne riporta le intestazioni. Scrivere sopra le righe {columns}, o associare le proprie colonne nel riquadro: senza non si può pianificare.',
  'issue.column-repeated':
    'La colonna «{heading}» corrisponde a {column} una seconda volta e non viene letta. Rinominarne o eliminarne una.',
  'issue.columns-unread':
    '{count, plural, one {La colonna {headings} non fa} other {Le colonne {headings} non fanno}} parte di {table} e non {count, plural, one {viene letta} other {vengono lette}}. Se serve, associarla nel riquadro.',
  'issue.header-not-first': 'Le intestazioni di {table} sono nella riga {row}; ciò che sta sopra non viene letto.',
  // Righe
  'issue.rows-blank':
    "{count, plural, one {Saltata una riga vuota} other {Saltate # righe vuote}} in mezzo all'elenco.",
  'issue.rows-total':
    '{count, plural, one {Saltata una riga di totale o subtotale} other {Saltate # righe di totale o subtotale}}.',
  'issue.rows-title':
    "{count, plural, one {Saltata una riga di titolo} other {Saltate # righe di titolo}} in mezzo all'elenco.",
  'issue.rows-header-repeated':
    '{count, plural, one {Saltata una riga di intestazione ripetuta} other {Saltate # righe di intestazione ripetute}}.',
  'issue.rows-unlabelled':
    '{count, plural, one {Esclusa una riga che ha numeri ma non nomi} other {Escluse # righe che hanno numeri ma non nomi}}, come i subtotali. Se {count, plural, one {è un dato} other {sono dati}}, completare i nomi.',
  'issue.rows-hidden':
    '{count, plural, one {Una riga nascosta viene letta} other {# righe nascoste vengono lette}} come le altre. Eliminare ciò che non deve contare.',
  'issue.duplicate-row': '«{name}» è già nella riga {first}, che fa fede; questa riga è esclusa. Tenerne una sola.',
  'issue.more-issues': '{count, plural, one {Un altro problema} other {Altri # problemi}} dello stesso tipo.',
  // Celle
  'issue.cell-required': '{column} è vuoto.',
  'issue.cell-error': "{column} contiene l'errore {value}. Correggere la formula o scrivere il valore.",
  'issue.not-a-number': '{column} dovrebbe essere un numero, ma «{value}» non lo è.',
  'issue.not-whole': '{column} dovrebbe essere un numero intero, non {value, number}.',
  'issue.not-a-year':
    '{column} dovrebbe essere un anno come 2027, non {value, number}. Forse due colonne sono scambiate.',
  'issue.negative-value': '{column} non può essere negativo, ma vale {value, number}.',
  'issue.too-small': '{column} vale {value, number}, meno del minimo ammesso di {minimum, number}.',
  'issue.too-large': '{column} vale {value, number}, più del massimo ammesso di {maximum, number}.',
  'issue.not-a-fraction': '{column} vale {value, number, ::percent .##}, ma deve stare fra 0 % e 100 %.',
  'issue.not-a-date': '{column} dovrebbe essere una data, ma «{value}» non lo è.',
  'issue.date-impossible': '{column}: il giorno «{value}» non esiste.',
  'issue.date-out-of-range': '{column}: «{value}» non è una data fra il 1950 e il 2199.',
  'issue.not-a-choice': '{column}: «{value}» non è fra i valori ammessi ({choices}).',
  'issue.driver-unknown':
    '{column}: «{value}» non è né Fisso, né Obiettivo, né Ingressi: seguito da una fase, né Produzione: seguito da una famiglia.',
  'issue.driver-without-name': '{column}: in «{value}» manca la fase o la famiglia dopo i due punti.',
  'issue.not-a-weekday': '{column}: «{value}» non è un giorno della settimana.',
  'issue.not-weekdays':
    '{column}: «{value}» non sono giorni della settimana. Scriverli come Lun-Ven oppure Lun, Mar, Gio.',
  'issue.not-a-currency': '{column}: «{value}» non è il codice di una valuta. Scrivere EUR, USD, GBP …',
  'issue.outcome.stops': 'Va corretto prima di pianificare.',
  'issue.outcome.row': 'Finché non è corretto, la riga è esclusa.',
  'issue.outcome.default': 'Finché non è corretto, vale il valore predefinito: {fallback}.',
  'issue.outcome.setting': 'Finché non è corretto, vale il valore predefinito.',
  'issue.outcome.blank': 'Finché non è corretto, si considera vuoto.',
  // Come si legge una colonna
  'issue.number-as-text':
    '{column}: {count, plural, one {un numero è scritto} other {# numeri sono scritti}} come testo; «{text}» si legge {value, number, ::.######}.',
  'issue.percent-as-text':
    '{column}: {count, plural, one {una percentuale è scritta} other {# percentuali sono scritte}} come testo; «{text}» si legge {value, number, ::percent .####}.',
  'issue.number-ambiguous':
    '{column}: in «{text}» il separatore può indicare le migliaia o i decimali{count, plural, one {} other { (e così in # celle)}}; si legge {value, number, ::.######}. Se è sbagliato, scriverlo come numero.',
  'issue.percent-points':
    '{column}: i valori sopra 1 si leggono come punti percentuali, {text, number} come {percent, number} %. Se è sbagliato, dare alla colonna il formato percentuale.',
  'issue.date-as-text':
    '{column}: {count, plural, one {una data è scritta} other {# date sono scritte}} come testo; «{text}» si legge {date}.',
  'issue.date-ambiguous':
    '{column}: nulla dice se «{text}» cominci con il giorno o con il mese{count, plural, one {} other { (# celle)}}; si legge {date}, secondo le impostazioni regionali della cartella. Se è sbagliato, scrivere date vere e proprie.',
  // Righe lette
  'issue.close-before-created':
    'La trattativa «{opportunity}» si chiude prima di essere stata creata. La data di creazione non viene usata: correggere una delle due.',
  'issue.dates-reversed': '«{name}» finisce prima di cominciare. Correggere una delle due date prima di pianificare.',
  'issue.capacity-blank':
    "«{resource}» non ha né Capacità ordinaria né Addetti e Ore per addetto: la sua capacità non è nota. Compilare l'una o gli altri (0 se non ne ha).",

  // Riferimenti fra tabelle
  'issue.team-unknown':
    'Il reparto «{name}»{count, plural, one {} other { (# righe)}} non è né in Obiettivi né in Capacità.{suggests, select, yes { Forse «{suggestion}»?} other {}} Correggerlo o aggiungere il reparto.',
  'issue.family-unknown':
    'La famiglia «{name}»{count, plural, one {} other { (# righe)}} non è in Famiglie.{suggests, select, yes { Forse «{suggestion}»?} other {}} Correggerla o aggiungere la famiglia con prezzi e giacenze.',
  'issue.stage-not-listed':
    'La fase «{name}»{count, plural, one {} other { (# righe)}} non è in Fasi.{suggests, select, yes { Forse «{suggestion}»?} other {}} Correggerla o aggiungere la fase con il suo tasso di chiusura.',
  'issue.objective-unknown':
    "L'obiettivo «{name}»{count, plural, one {} other { (# righe)}} non è in Obiettivi.{suggests, select, yes { Forse «{suggestion}»?} other {}} Correggerlo o aggiungere l'obiettivo.",
  'issue.ramp-unknown':
    "In Profili non c'è il profilo «{name}».{suggests, select, yes { Forse «{suggestion}»?} other {}} Finché non è corretto, l'inserimento si considera vuoto: piena produttività da subito.",
  'issue.holiday-for-unknown':
    '«{name}»{count, plural, one {} other { (# righe)}} non è né un reparto né una risorsa: la chiusura non vale per nessuno.{suggests, select, yes { Forse «{suggestion}»?} other {}} Correggerlo o lasciarlo vuoto perché valga per tutti.',
  // Impostazioni e valori predefiniti
  'issue.setting-unknown':
    "Non esiste l'impostazione «{name}».{suggests, select, yes { Forse «{suggestion}»?} other {}} La riga non viene letta.",
  'issue.plan-start-far':
    'L’inizio del piano è il {date}, più di due anni {side, select, before {prima} other {dopo}} di oggi. Correggerlo, se non è voluto.',
  'issue.default-plan-start':
    'Nelle Impostazioni manca Inizio piano: si parte {bucket, select, Month {dal prossimo mese} other {dalla prossima settimana}}, il {date}.',
  'issue.default-horizon':
    'Nelle Impostazioni manca Orizzonte: il piano copre {count, plural, one {# {bucket, select, Month {mese} other {settimana}}} other {# {bucket, select, Month {mesi} other {settimane}}}}.',
  'issue.default-country':
    'Nelle Impostazioni manca Paese: le festività sono quelle {country, select, IT {italiane} US {degli Stati Uniti} GB {del Regno Unito} DE {tedesche} FR {francesi} ES {spagnole} other {di nessun paese}}.',
  'issue.default-routings':
    'Manca la tabella Cicli: non si sa quanto ogni unità impegni le risorse, perciò la produzione non è confrontata con la capacità.',
  'issue.default-demand':
    'Manca lo storico della domanda: la domanda viene da Rettifiche e Ordini o, in mancanza, da pipeline e obiettivi, distribuiti sui giorni lavorativi.',
  'issue.default-holidays': 'Manca la tabella Festività: sono chiusi soltanto i giorni festivi del paese.',
};
