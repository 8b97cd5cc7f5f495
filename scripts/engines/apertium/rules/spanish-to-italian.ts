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
    tormenta tormenta tempesta<f>, tratamiento trattazione trattamento<m>, violación stupro violazione<f>,
    volumen mole volume<m>`,
  vblex: `
    afectar incidere influenzare, brindar brindare offrire, disfrutar gustare godere, conseguir conseguire ottenere, denominar denominare chiamare,
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
    abertura apertura<f>, admirador ammiratore<m>, almohada cuscino<m>, avería guasto<m>, catolicismo cattolicesimo<m>,
    centenar centinaio<m>, conciencia coscienza<f>, congelador congelatore<m>, delicia delizia<f>,
    distribuidor distributore<m>, dosis dose<f>, elector elettore<m>, espora spora<f>, excursión escursione<f>,
    feria fiera<f>, hazaña impresa<f>, imperfección imperfezione<f>, inconveniente inconveniente<m>,
    luchador lottatore<m>, líder dirigente<mf>, mansión villa<f>, milicia milizia<f>, morfología morfologia<f>,
    nadador nuotatore<m>, ofrenda offerta<f>, peatón pedone<m>, policía polizia<f>, precaución precauzione<f>,
    pretexto pretesto<m>, prisa fretta<f>, ración razione<f>, rehén ostaggio<m>, replicación replica<f>,
    rugby rugby<m>, salón salone<m>, secuestro sequestro<m>, seudónimo pseudonimo<m>, subvención sovvenzione<f>,
    sucesión successione<f>, telegrama telegramma<m>, vagón vagone<m>, vicepresidente vicepresidente<m>,
    víspera vigilia<f>, yodo iodio<m>`,
  vblex: `
    adjuntar allegare, agotar esaurire, aplazar rinviare, arruinar rovinare, asombrar stupire, atar legare,
    cancelar annullare, colgar appendere, deprimir deprimere, derogar abrogare, derretir sciogliere, desechar scartare,
    deteriorar deteriorare, digerir digerire, distorsionar distorcere, dudar dubitare, enfatizar sottolineare,
    enfocar concentrare, fusionar fondere, hundir affondare, invadir invadere, omitir omettere, prolongar prolungare,
    protagonizar interpretare, realzar esaltare, retener trattenere, retratar ritrarre, sentenciar condannare,
    sujetar fissare, suministrar fornire, suprimir sopprimere, verter versare, vincular collegare`,
  adj: `
    aromático aromatico, consecutivo consecutivo, contagioso contagioso, cualitativo qualitativo,
    céntrico centrale<mf>, deliberado intenzionale<mf>, dudoso dubbioso, emotivo emotivo, evitable evitabile<mf>,
    ferroviario ferroviario, grasiento grasso, involuntario involontario, legendario leggendario,
    metafísico metafisico, mortífero mortale<mf>, obligatorio obbligatorio, prominente prominente<mf>,
    repentino improvviso, representativo rappresentativo, restante restante<mf>, retroactivo retroattivo,
    románico romanico, rutinario abituale<mf>, saliente uscente<mf>, sangriento sanguinoso, sombrío cupo,
    soviético sovietico`,
};
