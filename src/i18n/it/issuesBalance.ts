import type { issuesBalance as english } from '../en/issuesBalance';

export const issuesBalance: Record<keyof typeof english, string> = {
  'issue.capacity-overlap':
    'Le righe {row} e {next} di {resource} valgono nello stesso periodo: conta quella che comincia dopo. Portare la data A della riga {row} al giorno prima.',
  'issue.capacity-negative': '{resource} ha una capacità negativa ({value, number}): letta come zero. Correggere.',
  'issue.hours-per-head-assumed':
    '{resource} ha degli addetti ma non le ore per addetto: si assumono {hours, number} ore per giorno lavorativo. Compilare Ore per addetto.',
  'issue.capacity-zero':
    '{resource} non ha capacità in {count, plural, one {un periodo} other {# periodi}}, a partire da {bucket}. Se non è così, correggere la riga.',
  'issue.capacity-gap':
    'Nessuna riga dà la capacità di {resource} in {count, plural, one {un periodo} other {# periodi}}, a partire da {bucket}: vale zero. Aggiungere una riga o allungare le date.',
  'issue.override-repeated':
    '{family} ha già una quantità di questa fonte per {bucket} nella riga {row}: conta la riga successiva. Eliminarne una.',
  'issue.orders-overdue':
    '{count, plural, one {Un ordine} other {# ordini}} di {family}, {quantity, number} unità, {count, plural, one {doveva essere già consegnato} other {dovevano essere già consegnati}}: da evadere nel primo periodo.',
  'issue.orders-beyond-horizon':
    "{count, plural, one {Un ordine} other {# ordini}} di {family}, {quantity, number} unità, oltre l''orizzonte: fuori dal piano. Allungare l''orizzonte per vederli.",
  'issue.family-defaults':
    '{count, plural, one {Un articolo non è} other {# articoli non sono}} in Famiglie ({families}{count, plural, =1 {} =2 {} =3 {} =4 {} =5 {} other { …}}): senza scorte, prezzi e costi. {count, plural, one {Aggiungerlo} other {Aggiungerli}} per pianificare scorte e valori.',
  'issue.material-cycle':
    'Riga {row}: {component} è fatto, direttamente o no, di {parent} stesso. La riga è esclusa. Correggere la distinta base.',
  'issue.material-negative':
    'Riga {row}: la quantità di {component} in {parent} è negativa. La riga è esclusa. Correggere.',
  'issue.routing-unknown-resource':
    "Riga {row}: {family} si fa su {resource}, che in Capacità non c''è: lì nulla lo limita. Correggere il nome o aggiungere la risorsa.",
  'issue.routing-negative': 'Riga {row}: {family} ha ore negative su {resource}: lette come zero. Correggere.',
  'issue.offset-beyond-lead-time':
    "Riga {row}: l''anticipo di {family} su {resource} supera il tempo di approvvigionamento: conta l''anticipo. Se è giusto, allungare il tempo di approvvigionamento.",
  'issue.balance-service-unlimited':
    'Nulla dice come {family} si produce o si compra: si assume che sia consegnato come richiesto, senza limiti. Aggiungere i Cicli, oppure un costo di acquisto o di conto lavoro, per pianificarne la capacità.',
  'issue.item-without-supply':
    "{family} serve, ma nessuno lo produce né lo compra: oltre a giacenza e arrivi non ce n''è. Aggiungere un ciclo o un costo di acquisto.",
  'issue.stock-negative':
    '{family} ha una giacenza iniziale negativa ({value, number}): letta come arretrato di altrettante unità. Correggere, o usare Arretrato iniziale.',
  'issue.receipt-overdue':
    'Riga {row}: {quantity, number} unità di {family} dovevano essere già arrivate: attese nel primo periodo. Correggere la data.',
  'issue.safety-above-maximum':
    'La scorta di sicurezza di {family} supera la giacenza massima di {maximum, number}: conta la massima. Correggere una delle due.',
  'issue.cost-negative': '{family} ha un prezzo o un costo negativo ({value, number}): letto come zero. Correggere.',
  'issue.cost-missing':
    '{family} si produce ma non ha costo unitario: produrlo vale zero, capacità a parte. Compilare Costo unitario.',
  'issue.price-missing':
    '{family} non ha prezzo: venderlo non rende nulla e il piano di massimo profitto lo lascia da parte. Compilare Prezzo.',
  'issue.lot-above-demand':
    "Il lotto di {family} ({lot, number}) supera tutto il fabbisogno dell''orizzonte ({needed, number}): produrlo lascia scorta. Verificare Lotto minimo e Multiplo di lotto.",
  'issue.scale-spread':
    'I costi di {family} sono oltre un milione di volte distanti dagli altri. Verificare unità e decimali.',
  'issue.balance-frozen':
    '{count, plural, one {Il primo periodo è congelato} other {I primi # periodi sono congelati}}: non parte nulla di nuovo, arrivano solo gli Arrivi.',
  'issue.balance-nothing':
    "Non c''è domanda per famiglia, quindi nulla da bilanciare. Aggiungere Domanda, Ordini o Rettifiche, oppure una Famiglia in Pipeline o Obiettivi.",
  'issue.balance-not-solved':
    'Il bilancio non è stato risolto ({status}). Verificare quantità e costi con valori estremi.',
  'issue.selling-capacity-reached':
    '{teams}: la rete di vendita non può vendere di più. In {count, plural, one {un periodo} other {# periodi}}, il primo {bucket}, le consegne si fermano alle quote di vendita e non per mancanza di offerta. Alzare le quote o assumere, oppure togliere le quote per pianificare la sola offerta.',
  'issue.balance-stopped':
    'Pianificazione fermata prima della fine, come richiesto. {left, select, goals {È servito quanto si era trovato fino a quel momento; gli obiettivi successivi (priorità inferiori, quote eque, scorte di sicurezza) sono stati lasciati al solo costo.} search {Questo è il miglior piano trovato fino a quel momento: il migliore possibile può valere {gap, number, ::percent .##} in più.} other {Il piano è dimostrato ottimo, ma i carichi possono essere meno livellati e le cause delle carenze non sono state ricercate.}} Per il piano completo, pianificare di nuovo senza fermare.',
  'issue.balance-feasible':
    'Il bilancio è un buon piano ma non è dimostrato ottimo: il migliore possibile può valere {gap, number, ::percent .##} in più. Un Tempo massimo più lungo può ridurre lo scarto.',
  'issue.stock-above-maximum':
    "La giacenza di {family} deve superare la massima fino a {quantity, number} unità, a partire da {bucket}: quanto c''è e quanto è in arrivo non si può usare prima. Alzare Giacenza massima o rinviare gli arrivi.",
  'issue.stock-expires':
    'Fino a {quantity, number} unità di {family} supereranno la durata a scaffale, a partire da {bucket}. Vendere, promuovere o ordinare meno.',
  'issue.closing-stock-unreachable':
    '{family} chiude {quantity, number} unità sotto la giacenza finale voluta, anche con tutto ciò che si può produrre e comprare. Abbassare Giacenza finale o aggiungere capacità.',
  'issue.idle-unavoidable':
    'Le ore inattive non sono ammesse, ma {resource} non può usare {hours, number} ore pagate. Ammettere le ore inattive, o dare un Costo di uscita.',
  'fix.add-hours': 'aggiungere {hours, number} {unit} su {resource} in {period}',
  'fix.buy-more': 'comprare altre {quantity, number} unità di {family} in {period}, oltre il limite',
  'fix.subcontract-more':
    'far fare in conto lavoro altre {quantity, number} unità di {family} in {period}, oltre il limite',
  'fix.get-material': 'procurarsi altre {quantity, number} unità di {component} entro {period}',
  'fix.unfreeze': 'sbloccare {quantity, number} unità di {family} nel periodo congelato {period}',
  'fix.expedite': 'sollecitare {quantity, number} unità di {family}, più in fretta del tempo di approvvigionamento',
  'fix.sell-later':
    'rinviare la vendita di {quantity, number} unità di {family} a {period}, o alzare le quote di {teams}',
  'fix.accept-later': 'concordare la consegna di {quantity, number} unità di {family} in {period}',
  'tieOut.demand-orders': 'Ordini nel piano della domanda rispetto al foglio Ordini',
  'tieOut.balance-demand': 'Consegnato, perso e in ritardo rispetto alla domanda nel bilancio',
};
