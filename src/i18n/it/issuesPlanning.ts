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
    'Non c’è nessun obiettivo per l’esercizio {year}, in cui comincia il piano. Fino alla sua chiusura vendite e attività non hanno un traguardo: aggiungere gli obiettivi dell’anno o controllare l’inizio del piano.',
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
  'issue.stage-order-assumed':
    'Senza la tabella Fasi, le fasi sono prese in quest’ordine, {by, select, names {in base al passo di cui parla il loro nome} other {in base a quanto sono lontane le date di chiusura}}: {order}. Aggiungere la tabella Fasi per indicarne un altro.',
  'issue.stage-never-wins':
    'La fase "{stage}" ha tasso di successo zero: nessun numero di ingressi porterebbe a una vittoria, quindi è esclusa dagli ingressi necessari. Correggere il suo Tasso di successo o assegnarle l’Esito Persa.',
  'issue.stage-rates-learnt':
    'Tassi di successo ricavati dalle trattative chiuse ({wins, number} vinte su {closed, number}): {stages}. Compilare il Tasso di successo in Fasi per usarne altri.',
  'issue.stage-rates-default':
    'Non ci sono trattative chiuse né tassi di successo in Fasi. Si assume che dalla prima fase si vinca una trattativa su quattro: {stages}. Compilare il Tasso di successo in Fasi.',
  'issue.stage-days-default':
    'Nessuna trattativa vinta ha sia la data di creazione sia quella di chiusura, e Fasi non dice quanto durano. Si assume che la prima fase disti {days, number} giorni dalla chiusura e le altre in proporzione: compilare i Giorni alla chiusura in Fasi.',
  'issue.deal-without-amount': 'La trattativa {deal} non ha importo e vale zero. Compilare l’Importo.',
  'issue.amount-from-price':
    '{count, plural, one {# trattativa non ha} other {# trattative non hanno}} importo. Ognuna vale la sua Quantità, o un’unità dove manca anche questa, al prezzo della sua famiglia: compilare l’Importo.',
  'issue.deal-past-close':
    'La trattativa {deal} è aperta ma la sua data di chiusura è passata. Si prevede che chiuda fra {days, number} giorni da oggi: aggiornare la Data chiusura o chiuderla.',
  'issue.deal-far-ahead':
    'Si prevede che la trattativa {deal} chiuda il {date}, a più di cinque anni da oggi. Correggere la Data chiusura, se non è voluta.',
  'issue.deal-negative':
    'La trattativa {deal} ha un importo negativo, che abbassa la pipeline. Correggere l’Importo, se non è voluto.',
  'issue.won-without-date':
    'La trattativa {deal} è vinta ma non ha data di chiusura, quindi non conta in nessun periodo. Indicare la data in cui è stata vinta.',
  'issue.won-in-future':
    'La trattativa {deal} è vinta, ma la sua data di chiusura è nel futuro. Correggere la data o la fase.',
  'issue.close-date-assumed':
    '{count, plural, one {# trattativa aperta non ha} other {# trattative aperte non hanno}} data di chiusura. Si prevede che {count, plural, one {chiuda dopo i giorni previsti per la sua} other {chiudano dopo i giorni previsti per la loro}} fase: compilare la Data chiusura.',
  'issue.deals-without-family':
    '{count, plural, one {# trattativa aperta non indica la famiglia e non entra} other {# trattative aperte non indicano la famiglia e non entrano}} nella domanda di nessuna. Compilare la Famiglia.',
  'issue.deals-without-units':
    '{count, plural, one {# trattativa aperta non ha né quantità né un prezzo di famiglia per cui dividere l’importo ({families}), quindi non porta} other {# trattative aperte non hanno né quantità né un prezzo di famiglia per cui dividere l’importo ({families}), quindi non portano}} unità alla domanda. Compilare la Quantità, o il Prezzo in Famiglie.',
  'issue.no-revenue-target':
    'Per l’esercizio {year} non c’è un obiettivo di ricavi: copertura, scarto e ingressi necessari non si possono calcolare. Aggiungere un obiettivo con metrica Ricavi.',
  'issue.sales-year-later':
    'I dati di vendita riguardano l’esercizio {year}: il piano comincia nel {start}, {reason, select, littleLeft {di cui l’orizzonte copre solo una piccola parte} other {per il quale non c’è un obiettivo di ricavi}}.',
  'issue.no-average-deal':
    'Nessuna trattativa ha un importo, quindi non si può dire quante vittorie servono per l’obiettivo. Compilare l’Importo nella pipeline.',
  'tieOut.sales-stages': 'Pipeline per fase rispetto alle sue trattative',
  'tieOut.sales-months': 'Pipeline ponderata dei mesi rispetto a quella dell’anno',
  'tieOut.sales-won': 'Vinto nei mesi rispetto al vinto nell’anno',
  'tieOut.sales-target': 'Obiettivo di vendita dei mesi rispetto a quello dell’anno',
  'issue.playbook-default':
    'Senza la tabella Attività, il calendario elenca per {teams} le trattative da portare in ogni fase, {hours, number} ore ciascuna, e per gli altri reparti ciò che i loro obiettivi chiedono ogni settimana. Aggiungere la tabella Attività per pianificare le proprie.',
  'issue.owners-from-pipeline':
    'Senza la tabella Persone, il lavoro di {teams} è diviso in parti uguali fra i responsabili delle trattative. Aggiungere la tabella Persone per dividerlo secondo la capacità.',
  'issue.activity-stage-unknown':
    'L’attività "{activity}" dipende dagli ingressi in "{stage}", che non è una fase aperta con un tasso di successo. Non è pianificata: correggere il Driver.',
  'issue.activity-family-unknown':
    'L’attività "{activity}" dipende dalla produzione di "{family}", una famiglia di cui nessuna tabella parla. Non è pianificata: correggere il Driver.',
  'issue.activity-without-target':
    'L’attività "{activity}" dipende da un obiettivo, ma non si trova un valore per il suo obiettivo o reparto. Non è pianificata: correggere l’Obiettivo o aggiungerne il valore.',
  'issue.after-unknown':
    'L’attività "{activity}" aspetta "{after}", che non è un’attività singola né un traguardo. Non aspetta nulla: correggere il nome in Dopo.',
  'issue.after-loop':
    'Queste attività si aspettano a vicenda in cerchio (righe {rows}): {path}. Sono pianificate come se non si aspettassero: svuotare una delle celle Dopo.',
  'issue.due-missed':
    'L’attività "{activity}" scade il {due} ma non può finire prima del {finish}, con {days, plural, one {# giorno} other {# giorni}} di ritardo. Accorciare ciò che la precede, cominciare prima o spostare la scadenza.',
  'issue.team-overloaded':
    'Il reparto {team} ha più lavoro di quanto ne possa fare in {count, plural, one {# settimana} other {# settimane}}: nella {week}, la peggiore, {load, number, ::.0} ore contro {capacity, number, ::.0}, quanto farebbero {heads, number, ::.0} persone in più. Spostare lavoro o aggiungere capacità.',
  'issue.team-without-capacity':
    'Il reparto {team} ha attività ma né righe in Capacità né persone: il suo carico non si può valutare. Aggiungerlo in Capacità.',
  'tieOut.activity-hours': 'Ore del piano giornaliero rispetto al carico dei reparti',
  'issue.sales-capacity-short':
    'Il reparto {team} può vendere {capacity, number, integer} in base alle quote, contro un obiettivo di {target, number, integer}. {hires, plural, one {# persona in più, da {from}, colmerebbe} other {# persone in più, le prime da {from}, colmerebbero}} lo scarto{left, plural, =0 {} other {, salvo {left, number, integer}}}: assumere, alzare le quote o abbassare l’obiettivo.',
  'issue.sales-capacity-out-of-reach':
    'Il reparto {team} può vendere {capacity, number, integer} in base alle quote, contro un obiettivo di {target, number, integer}, e chi fosse assunto ora non sarebbe produttivo in tempo. Abbassare l’obiettivo, spostarlo su altri reparti o alzare le quote.',
};
