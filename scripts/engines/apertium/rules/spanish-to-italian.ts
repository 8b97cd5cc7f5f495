/** Spanish into Italian: which translation a word gets, weighed against 4,000 sentences in both languages. */
import type { Choices } from './choices.ts';
import type { Rule } from './rule.ts';
import type { Words } from './words.ts';

export const italianChoices: Choices = {
  n: `
    anomalía anormalità anomalia<f>, apoyo appoggio sostegno<m>, avance avanzo progresso<m>,
    billete banconota biglietto<m>, calor caldo calore<m>, cambio cambio cambiamento<m>, camino cammino strada<f>,
    carta carta lettera<f>, comparación comparazione confronto<m>, compra spesa acquisto<m>,
    conductor conduttore conducente<m>, costa costo costa<f>, cuestión problema questione<f>,
    depósito custodia deposito<m>, escenario palcoscenico scenario<m>, estación stagione stazione<f>,
    fabricante costruttore produttore<m>, idioma idioma lingua<f>, informe relazione rapporto<m>,
    instituto liceo istituto<m>, intento intento tentativo<m>, manera maniera modo<m>, muestra prelievo campione<m>,
    oposición concorso opposizione<f>, papel carta ruolo<m>, permiso autorizzazione permesso<m>, piedra sasso pietra<f>,
    proyecto proietto progetto<m>, rata topo ratto<m>, reconocimiento visita riconoscimento<m>, recurso ricorso risorsa<f>,
    red network rete<f>, subasta subasta asta<f>, tendencia trend tendenza<f>, tiempo meteo tempo<m>,
    tormenta tormenta tempesta<f>, tratamiento trattazione trattamento<m>, volumen mole volume<m>`,
  vblex: `
    afectar incidere colpire, brindar brindare offrire, conseguir conseguire ottenere, denominar denominare chiamare,
    enfrentar riscontrare affrontare, extraer trarre estrarre, ingresar mettere entrare, inspirar inspirare ispirare,
    ocurrir occorrere succedere, permanecer permanere rimanere, preguntar domandare chiedere, querer amare volere<vbmod>,
    relacionar relazionare collegare`,
  adj: `
    científico scienziato scientifico, exterior esteriore esterno, semejante tale simile<mf>`,
  adv: `
    además oltretutto inoltre, aproximadamente approssimativamente circa, hasta fin fino<pr>, incluso incluso persino,
    mejor migliore meglio, posiblemente possibilmente forse, sólo soltanto solo`,
  cnjadv: `
    no_obstante nonostante tuttavia<adv>, sin_embargo ciò_nonostante tuttavia<adv>`,
  pr: `
    a_través_de tramite attraverso<adv>, además_de oltre oltre_a`,
};

/** Where the neighbours decide. The examples are Spanish. */
export const spanishToItalian: readonly Rule[] = [
  {
    name: 'a political partido is a partito',
    word: /^Partido<n>/,
    change: [/^Partita<n><f>/, 'Partito<n><m>'],
    examples: [['Es el Partido de los trabajadores.', 'Partito']],
  },
  {
    name: 'a partido with a political neighbour is a partito',
    word: /^partido<n>/,
    change: [/^partita<n><f>/, 'partito<n><m>'],
    when: [
      {
        at: 1,
        skip: /^de<pr>/,
        is: /^(?:polític[oa]|republicano|demócrata|conservador|laborista|comunista|socialista|liberal|gobernante|oposición|gobierno|izquierda|derecha|mayoritario)</,
      },
    ],
    examples: [['El partido político es viejo.', 'partito politico']],
  },
  {
    name: 'the parties of leaders and voters are partiti',
    word: /^partido<n>/,
    change: [/^partita<n><f>/, 'partito<n><m>'],
    when: [
      {
        at: -1,
        skip: /<det>|^de<pr>|<adj>/,
        is: /^(?:líder|dirigente|miembro|candidato|presidente|votante|jefe|elección|secretario)</,
      },
    ],
    examples: [['El presidente del partido es viejo.', 'del partito']],
  },
];

/** Spanish words that the pair lacks and that drafts from English are full of. */
export const italianWords: Words = {
  n: `
    abertura apertura<f>, admirador ammiratore<m>, almohada cuscino<m>, avería guasto<m>, conciencia coscienza<f>,
    delicia delizia<f>, distribuidor distributore<m>, dosis dose<f>, elector elettore<m>, excursión escursione<f>,
    feria fiera<f>, milicia milizia<f>, nadador nuotatore<m>, peatón pedone<m>, policía polizia<f>,
    precaución precauzione<f>, pretexto pretesto<m>, ración razione<f>, rehén ostaggio<m>, salón salone<m>,
    secuestro sequestro<m>, subvención sovvenzione<f>, vagón vagone<m>, vicepresidente vicepresidente<m>,
    víspera vigilia<f>`,
  vblex: `
    agotar esaurire, arruinar rovinare, cancelar annullare, colgar appendere, deteriorar deteriorare, digerir digerire,
    dudar dubitare, fusionar fondere, hundir affondare, invadir invadere, prolongar prolungare, retener trattenere,
    suministrar fornire, suprimir sopprimere, vincular collegare`,
  adj: `
    consecutivo consecutivo, contagioso contagioso, ferroviario ferroviario, legendario leggendario,
    obligatorio obbligatorio, restante restante<mf>, sangriento sanguinoso, soviético sovietico`,
};
