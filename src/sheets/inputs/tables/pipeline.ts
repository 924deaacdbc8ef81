import type { OpportunityRecord } from '../../../planning/input';
import { choice, DATE, FRACTION, number, TEXT } from '../cells';
import { headed, inputTable, optional, required } from '../column';
import { CATEGORIES } from '../words';

/** Pipeline (Pipeline, Trattative): one row per opportunity, open or closed. */
export const PIPELINE = inputTable({
  kind: 'pipeline',
  names: ['Pipeline', 'Pipeline'],
  synonyms: ['Trattative', 'Opportunities', 'Opportunità', 'Deals', 'Sales pipeline', 'Offerte'],
  required: true,
  badRow: 'warning',
  unique: ['opportunity'],
  columns: {
    opportunity: required(
      TEXT,
      ['Opportunity', 'Opportunità'],
      [
        'Opportunity id',
        'Id opportunità',
        'Opportunity name',
        'Nome opportunità',
        'Deal',
        'Deal id',
        'Deal name',
        'Trattativa',
        'Id trattativa',
        'Id',
        'Codice',
        'Record id',
        'Offerta',
        'Numero offerta',
      ],
    ),
    stage: required(
      TEXT,
      ['Stage', 'Fase'],
      ['Deal stage', 'Sales stage', 'Stage name', 'Stadio', 'Stato', 'Status', 'Fase di vendita', 'Fase trattativa'],
    ),
    amount: headed(
      number(),
      ['Amount', 'Importo'],
      [
        'Valore',
        'Value',
        'Deal value',
        'Close value',
        'Deal amount',
        'Valore trattativa',
        'Valore offerta',
        'Importo previsto',
        'Opportunity amount',
      ],
    ),
    closeDate: headed(
      DATE,
      ['Close date', 'Data chiusura'],
      [
        'Expected close date',
        'Expected close',
        'Closing date',
        'Closed date',
        'Data di chiusura',
        'Chiusura',
        'Chiusura prevista',
        'Data chiusura prevista',
        'Data prevista',
      ],
    ),
    account: optional(
      TEXT,
      ['Account', 'Cliente'],
      ['Account name', 'Customer', 'Company', 'Azienda', 'Ragione sociale', 'Nome account'],
    ),
    owner: optional(
      TEXT,
      ['Owner', 'Responsabile'],
      [
        'Sales agent',
        'Sales rep',
        'Rep',
        'Salesperson',
        'Opportunity owner',
        'Deal owner',
        'Agente',
        'Venditore',
        'Commerciale',
        'Titolare',
      ],
    ),
    team: optional(
      TEXT,
      ['Team', 'Reparto'],
      ['Sales team', 'Department', 'Squadra', 'Dipartimento', 'Area commerciale'],
    ),
    family: optional(
      TEXT,
      ['Family', 'Famiglia'],
      [
        'Product',
        'Prodotto',
        'Product family',
        'Famiglia prodotto',
        'Product name',
        'Product line',
        'Linea di prodotto',
      ],
    ),
    quantity: optional(number({ minimum: 0 }), ['Quantity', 'Quantità'], ['Units', 'Unità', 'Pezzi', 'Qty', 'Qtà']),
    probability: optional(
      FRACTION,
      ['Probability', 'Probabilità'],
      ['Prob', 'Win probability', 'Probability (%)', 'Probabilità di chiusura', 'Probabilità %', 'Likelihood'],
    ),
    category: optional(
      choice(CATEGORIES),
      ['Category', 'Categoria'],
      ['Forecast category', 'Categoria previsione', 'Categoria di previsione'],
    ),
    created: optional(
      DATE,
      ['Created', 'Data creazione'],
      [
        'Created date',
        'Create date',
        'Creation date',
        'Engage date',
        'Open date',
        'Data di creazione',
        'Creata',
        'Creato',
        'Creata il',
        'Data apertura',
      ],
    ),
    stageEntered: optional(
      DATE,
      ['Stage entered', 'Ingresso fase'],
      [
        'Stage date',
        'Stage entered date',
        'Last stage change date',
        'Ingresso in fase',
        'Data ingresso fase',
        'In fase dal',
      ],
    ),
  },
  toRecord(values, row): OpportunityRecord {
    const { created, closeDate } = values;
    if (created === undefined || closeDate === undefined || closeDate >= created)
      return { ...values, origin: row.origin };
    row.report('close-before-created', 'warning', 'closeDate', { opportunity: values.opportunity });
    return { ...values, created: undefined, origin: row.origin };
  },
});
