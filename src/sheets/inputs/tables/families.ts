import type { FamilyRecord } from '../../../planning/input';
import { integer, number, TEXT } from '../cells';
import { defaulted, inputTable, optional, required } from '../column';

const positive = number({ minimum: 0 });

/** Families (Famiglie): products, services and purchased components. */
export const FAMILIES = inputTable({
  kind: 'families',
  names: ['Families', 'Famiglie'],
  synonyms: ['Products', 'Prodotti', 'Product families', 'Famiglie prodotto', 'Items', 'Articoli'],
  required: false,
  badRow: 'error',
  unique: ['family'],
  columns: {
    family: required(
      TEXT,
      ['Family', 'Famiglia'],
      ['Product', 'Prodotto', 'Product family', 'Famiglia prodotto', 'Item', 'Articolo', 'Component', 'Componente'],
    ),
    price: optional(
      positive,
      ['Price', 'Prezzo'],
      ['Sales price', 'Unit price', 'Prezzo unitario', 'Prezzo di vendita', 'Listino'],
    ),
    unitCost: optional(
      positive,
      ['Unit cost', 'Costo unitario'],
      ['Variable cost', 'Costo variabile', 'Material cost', 'Costo materiale', 'Costo di produzione'],
    ),
    // Below zero it is owed: the balance serves it as a backlog and says so.
    openingStock: defaulted(
      number(),
      0,
      ['Opening stock', 'Giacenza iniziale'],
      ['Stock', 'Stock on hand', 'Giacenza', 'Scorta iniziale', 'Magazzino', 'Initial inventory', 'Opening inventory'],
    ),
    openingBacklog: defaulted(
      positive,
      0,
      ['Opening backlog', 'Arretrato iniziale'],
      ['Backlog', 'Arretrato', 'Initial backlog'],
    ),
    safetyStock: optional(
      positive,
      ['Safety stock', 'Scorta di sicurezza'],
      ['Scorta sicurezza', 'Scorta minima', 'Minimum stock'],
    ),
    coverWeeks: optional(
      positive,
      ['Cover', 'Copertura'],
      ['Weeks of cover', 'Cover weeks', 'Settimane di copertura', 'Copertura settimane'],
    ),
    closingStock: defaulted(
      positive,
      0,
      ['Closing stock', 'Giacenza finale'],
      ['Final stock', 'Scorta finale', 'Ending inventory', 'Closing inventory'],
    ),
    maxStock: optional(
      positive,
      ['Max stock', 'Giacenza massima'],
      ['Maximum stock', 'Scorta massima', 'Stock massimo'],
    ),
    holdingCost: defaulted(
      positive,
      0,
      ['Holding cost', 'Costo di mantenimento'],
      ['Inventory cost', 'Costo giacenza', 'Costo mantenimento', 'Costo di giacenza', 'Costo stoccaggio'],
    ),
    backlogCost: optional(
      positive,
      ['Backlog cost', 'Costo arretrato'],
      ['Costo di arretrato', 'Late cost', 'Costo ritardo'],
    ),
    lostSaleCost: defaulted(
      positive,
      0,
      ['Lost sale cost', 'Costo mancata vendita'],
      ['Lost sales cost', 'Costo vendita persa', 'Costo vendite perse'],
    ),
    shortfallCost: optional(
      positive,
      ['Shortfall cost', 'Costo sotto scorta'],
      ['Costo sotto scorta di sicurezza', 'Safety stock penalty'],
    ),
    maxBacklogMonths: optional(
      positive,
      ['Max backlog', 'Arretrato massimo'],
      ['Max backlog months', 'Mesi massimi di arretrato'],
    ),
    subcontractCost: optional(
      positive,
      ['Subcontract cost', 'Costo conto lavoro'],
      ['Subcontracting cost', 'Costo terzista', 'Costo conto terzi', 'Costo terzi'],
    ),
    subcontractMax: optional(
      positive,
      ['Subcontract max', 'Massimo conto lavoro'],
      ['Max subcontract', 'Subcontract capacity', 'Conto lavoro massimo', 'Massimo terzista', 'Massimo conto terzi'],
    ),
    purchaseCost: optional(
      positive,
      ['Purchase cost', 'Costo di acquisto'],
      ['Buy cost', 'Costo acquisto', 'Prezzo di acquisto', 'Purchase price'],
    ),
    purchaseMax: optional(
      positive,
      ['Purchase max', 'Acquisto massimo'],
      ['Max purchase', 'Massimo acquisto', 'Acquisti massimi'],
    ),
    leadTimeWeeks: defaulted(
      positive,
      0,
      ['Lead time', 'Tempo di approvvigionamento'],
      [
        'Lead time weeks',
        'Lead time (weeks)',
        'Settimane di consegna',
        'Tempo di consegna',
        'Tempo di attraversamento',
      ],
    ),
    minLot: optional(positive, ['Min lot', 'Lotto minimo'], ['Minimum lot', 'Min lot size', 'MOQ']),
    lotMultiple: optional(
      positive,
      ['Lot multiple', 'Multiplo di lotto'],
      ['Lot size multiple', 'Multiplo lotto', 'Multiplo'],
    ),
    setupCost: optional(
      positive,
      ['Setup cost', 'Costo attrezzaggio'],
      ['Costo di attrezzaggio', 'Costo setup', 'Set-up cost'],
    ),
    shelfLifeWeeks: optional(
      positive,
      ['Shelf life', 'Durata a scaffale'],
      ['Shelf life weeks', 'Vita utile', 'Scadenza settimane', 'Vita a scaffale'],
    ),
    priority: optional(integer({ minimum: 0 }), ['Priority', 'Priorità'], ['Rank']),
  },
  toRecord: (values, { origin }): FamilyRecord => ({ ...values, origin }),
});
