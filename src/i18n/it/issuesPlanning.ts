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
};
