import type { template as english } from '../en/template';

export const template: Record<keyof typeof english, string> = {
  'template.required': 'Necessaria: senza non si può pianificare.',
  'template.optional': 'Facoltativa: se non serve, il foglio si può eliminare.',
  'template.fill':
    'Sostituire le righe di esempio con le proprie. Le colonne con intestazione in grassetto su fondo scuro vanno compilate; altrove una cella vuota assume il valore predefinito.',
  'template.minimum': '{column} non può essere inferiore a {minimum, number}.',
  'template.targets': 'Il piano strategico: una riga per ogni obiettivo e anno di esercizio.',
  'template.pipeline': 'Una riga per ogni trattativa, aperta o chiusa.',
  'template.capacity':
    'Ciò che reparti, linee e fornitori possono fare, ogni riga a partire da una data. Indicare la capacità ordinaria, oppure gli addetti e le ore per addetto.',
  'template.families': 'Prodotti, servizi e componenti acquistati, con prezzi, costi e giacenze.',
  'template.routings': 'Quanto ogni unità di una famiglia impegna ciascuna risorsa.',
  'template.materials': 'Quanto ogni unità di una famiglia consuma dei suoi componenti.',
  'template.receipts': 'Ciò che è già stato ordinato, e quando arriva.',
  'template.demand':
    'Quanto è stato venduto o richiesto in passato, per giorno, settimana o mese: almeno due anni, se ci sono.',
  'template.orders': 'Gli ordini certi dei clienti, che prendono il posto della previsione.',
  'template.overrides': 'Quanto sarà la domanda secondo chi la conosce. Una riga di Consenso è definitiva.',
  'template.stages': 'Le fasi di vendita, con la probabilità e i giorni da ciascuna fino alla vincita.',
  'template.activities':
    'Il piano di azioni: cosa fa ogni reparto, a cadenza fissa oppure in base agli obiettivi, agli ingressi in una fase (Ingressi:Offerta) o alla produzione (Produzione:Pompe).',
  'template.people': 'Chi lavora in quale reparto.',
  'template.holidays':
    'Giorni di chiusura e giorni ridotti oltre alle festività del paese, per tutti oppure per un reparto o una risorsa.',
  'template.profiles': 'I pesi dei mesi, per ripartire gli obiettivi.',
  'template.settings': 'Come si fa il piano. Dove il valore è vuoto vale quello predefinito.',
  'template.actuals': 'Quanto è stato davvero fatto, di un’attività o di una metrica.',
};
