import type { issuesPlanning as english } from '../en/issuesPlanning';

export const issuesPlanning: Record<keyof typeof english, string> = {
  'issue.phasing-unknown':
    'L’obiettivo "{objective}" chiede la ripartizione "{phasing}", che non è né Uniforme, né Giorni lavorativi, né Stagionale, né un profilo con pesi. È ripartito per giorni lavorativi: correggere il nome o aggiungere il profilo in Profili.',
  'issue.season-without-history':
    'L’obiettivo "{objective}" ({year}) chiede una ripartizione stagionale, ma prima dell’inizio del piano non c’è un anno intero di storico della domanda. È ripartito per giorni lavorativi: aggiungere lo storico in Domanda o scegliere un’altra ripartizione.',
  'issue.profile-incomplete':
    'Il profilo "{profile}" non ha peso per {count, plural, one {il periodo {periods}} other {i periodi {periods}}}, che {count, plural, one {vale} other {valgono}} zero. Aggiungere le righe mancanti o scrivere gli zeri.',
  'issue.baseline-missing':
    'L’obiettivo "{objective}" ({year}) è un livello da raggiungere a fine anno, ma non ha né una Base né un obiettivo per l’anno precedente. È tenuto al valore obiettivo tutto l’anno: compilare la Base.',
  'issue.no-target-in-plan-year':
    'Non c’è nessun obiettivo per l’esercizio {year}, in cui comincia il piano. Vendite e attività non hanno un traguardo: aggiungere gli obiettivi dell’anno o controllare l’inizio del piano.',
  'issue.fiscal-year-named':
    'L’esercizio {year} va dal {start} al {end}: un esercizio che comincia dopo giugno porta il numero dell’anno solare in cui finisce. Controllare che gli anni di Obiettivi abbiano lo stesso significato.',
  'issue.parent-unknown':
    'L’obiettivo "{objective}" dipende da "{parent}", che non è fra gli obiettivi. Correggere il nome in Padre o aggiungere l’obiettivo.',
  'issue.parent-cycle':
    'L’obiettivo "{objective}" dipende da "{parent}", che a sua volta finisce per dipendere da "{objective}". Svuotare una delle celle Padre del cerchio.',
  'issue.children-below-parent':
    'Gli obiettivi che dipendono da "{objective}" ({metric}, {year}) sommano {gap, number} in meno del suo valore. Alzare i loro valori o abbassare il suo.',
  'issue.children-above-parent':
    'Gli obiettivi che dipendono da "{objective}" ({metric}, {year}) sommano {gap, number} in più del suo valore. Se è una riserva voluta non serve fare nulla; altrimenti correggerne uno.',
  'tieOut.cascade-quarters': 'Trimestri rispetto all’obiettivo annuo: {team}, {metric}, {year}',
  'tieOut.cascade-months': 'Mesi rispetto all’obiettivo annuo: {team}, {metric}, {year}',
  'tieOut.cascade-weeks': 'Settimane rispetto all’obiettivo annuo: {team}, {metric}, {year}',
  'tieOut.parent-children': 'Obiettivi che dipendono da "{objective}" rispetto al suo valore: {metric}, {year}',
  'issue.stage-unknown':
    'La fase "{stage}" non è nella tabella Fasi. Si assume che le sue trattative siano vinte nel {rate, number, percent} dei casi: aggiungere la fase o correggere il nome.',
  'issue.stage-order-assumed':
    'Senza la tabella Fasi, le fasi sono prese in quest’ordine, in base a quanto sono lontane le date di chiusura: {order}. Aggiungere la tabella Fasi per indicarne un altro.',
  'issue.stage-never-wins':
    'La fase "{stage}" ha tasso di successo zero: nessun numero di ingressi porterebbe a una vittoria, quindi è esclusa dagli ingressi necessari. Correggere il suo Tasso di successo o assegnarle l’Esito Persa.',
  'issue.stage-rates-learnt':
    'Tassi di successo ricavati dalle trattative chiuse ({wins, number} vinte su {closed, number}): {stages}. Compilare il Tasso di successo in Fasi per usarne altri.',
  'issue.stage-rates-default':
    'Non ci sono trattative chiuse né tassi di successo in Fasi. Si assume che dalla prima fase si vinca una trattativa su quattro: {stages}. Compilare il Tasso di successo in Fasi.',
  'issue.stage-days-default':
    'Nessuna trattativa vinta ha sia la data di creazione sia quella di chiusura, e Fasi non dice quanto durano. Si assume che la prima fase disti {days, number} giorni dalla chiusura e le altre in proporzione: compilare i Giorni alla chiusura in Fasi.',
  'issue.deal-without-amount': 'La trattativa {deal} non ha importo e vale zero. Compilare l’Importo.',
  'issue.deal-past-close':
    'La trattativa {deal} è aperta ma la sua data di chiusura è passata. Si prevede che chiuda fra {days, number} giorni da oggi: aggiornare la Data chiusura o chiuderla.',
  'issue.won-without-date':
    'La trattativa {deal} è vinta ma non ha data di chiusura, quindi non conta in nessun periodo. Indicare la data in cui è stata vinta.',
  'issue.won-in-future':
    'La trattativa {deal} è vinta, ma la sua data di chiusura è nel futuro. Correggere la data o la fase.',
  'issue.close-date-assumed':
    '{count, plural, one {# trattativa aperta non ha} other {# trattative aperte non hanno}} data di chiusura. Si prevede che chiudano da oggi nei giorni previsti dalla loro fase: compilare la Data chiusura.',
  'issue.deals-without-family':
    '{count, plural, one {# trattativa aperta non indica la famiglia e non entra} other {# trattative aperte non indicano la famiglia e non entrano}} nella domanda di nessuna. Compilare la Famiglia.',
  'issue.deals-without-units':
    '{count, plural, one {# trattativa aperta non ha né quantità né un prezzo di famiglia per cui dividere l’importo ({families}), quindi non porta} other {# trattative aperte non hanno né quantità né un prezzo di famiglia per cui dividere l’importo ({families}), quindi non portano}} unità alla domanda. Compilare la Quantità, o il Prezzo in Famiglie.',
  'issue.no-revenue-target':
    'Per l’esercizio {year} non c’è un obiettivo di ricavi: copertura, scarto e ingressi necessari non si possono calcolare. Aggiungere un obiettivo con metrica Ricavi.',
  'issue.no-average-deal':
    'Nessuna trattativa ha un importo, quindi non si può dire quante vittorie servono per l’obiettivo. Compilare l’Importo nella pipeline.',
  'tieOut.sales-stages': 'Pipeline per fase rispetto alle sue trattative',
  'tieOut.sales-months': 'Pipeline ponderata dei mesi rispetto a quella dell’anno',
  'tieOut.sales-won': 'Vinto nei mesi rispetto al vinto nell’anno',
  'tieOut.sales-target': 'Obiettivo di vendita dei mesi rispetto a quello dell’anno',
};
