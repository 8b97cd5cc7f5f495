/** Spanish into Italian: which translation a word gets, weighed against 4,000 sentences in both languages. */
import type { Choices } from './choices.ts';

export const italianChoices: Choices = {
  n: `
    anomalía anormalità anomalia<f>, apoyo appoggio sostegno<m>, auto atto auto<f>, avance avanzo progresso<m>,
    billete banconota biglietto<m>, calor caldo calore<m>, cambio cambio cambiamento<m>, camino cammino strada<f>,
    carta carta lettera<f>, comparación comparazione confronto<m>, compra spesa acquisto<m>,
    conductor conduttore conducente<m>, cosa roba cosa<f>, costa costo costa<f>, cuestión problema questione<f>,
    depósito custodia deposito<m>, escenario palcoscenico scenario<m>, estación stagione stazione<f>,
    fabricante costruttore produttore<m>, idioma idioma lingua<f>, informe relazione rapporto<m>,
    instituto liceo istituto<m>, intento intento tentativo<m>, manera maniera modo<m>, muestra prelievo campione<m>,
    oposición concorso opposizione<f>, papel carta ruolo<m>, partido partita partito<m>,
    permiso autorizzazione permesso<m>, piedra sasso pietra<f>, proyecto proietto progetto<m>, rata topo ratto<m>,
    reconocimiento visita riconoscimento<m>, recurso ricorso risorsa<f>, red network rete<f>, subasta subasta asta<f>,
    tendencia trend tendenza<f>, tiempo meteo tempo<m>, tormenta tormenta tempesta<f>,
    tratamiento trattazione trattamento<m>, volumen mole volume<m>`,
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
