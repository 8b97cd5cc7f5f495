/** Spanish into French: which translation a word gets, weighed against 17,000 sentences in both languages. */
import type { Choices } from './choices.ts';
import type { Rule } from './rule.ts';
import type { Words } from './words.ts';

export const frenchChoices: Choices = {
  n: `
    apelación appellation appel<m>, auto acte voiture<f>, banco banc banque<f>, barril tonneau baril<m>,
    bosque bois forêt<f>, calentamiento échauffement réchauffement<m>, capa cape couche<f>, cima cime sommet<m>,
    cohete roquette fusée<f>, conclusión constat conclusion<f>, culpa tort faute<f>, cumbre cime sommet<m>,
    denuncia dénonciation plainte<f>, descenso descente baisse<f>, deterioro dégât détérioration<f>,
    disturbio trouble émeute<f>, emergencia émergence urgence<m>,
    empresario chef#_d'entreprise entrepreneur<m>, escenario plateau scène<f>, expectativa expectative attente<f>,
    falta faute manque<m>, fracaso insuccès échec<m>, hallazgo trouvaille découverte<f>, hielo gel glace<f>,
    idioma idiome langue<f>, incremento accroissement augmentation<f>, labor labeur travail<m>, lesión lésion blessure<f>,
    motivo motif raison<f>, oleada flot vague<f>, orden mandat ordre<m>, papel papier rôle<m>, parte part partie<f>,
    plazo terme délai<m>, prenda pièce vêtement<m>, puesto post poste<m>, recorte découpage réduction<f>,
    reproductor reproducteur lecteur<m>, requisito condition_requise exigence<f>, rescate rachat sauvetage<m>,
    retraso délai retard<m>, solicitud sollicitude demande<f>, subida montée hausse<f>, tabla table tableau<m>,
    techo plafond toit<m>, testimonio attestation témoignage<m>, tierra terroir terre<f>, votación votation vote<m>,
    votante votant électeur<m>`,
  vblex: `
    agregar agréger ajouter, avanzar devancer avancer, captar saisir capturer, conseguir réussir obtenir,
    denominar dénommer appeler, derrotar abattre battre, desempeñar occuper jouer, desplazar décaler déplacer,
    discutir disputer discuter, disfrutar amuser apprécier, diseñar dessiner concevoir, encabezar commencer diriger, enfrentar faire#_face_à affronter,
    entregar livrer remettre, enumerar nombrer énumérer, fortalecer fortifier renforcer, helar glacer geler,
    incrementar incrémenter augmenter, iniciar entamer commencer, lanzar jeter lancer, lograr remporter réussir,
    mover mouvoir déplacer, ocultar dérober cacher, otorgar attribuer accorder, permanecer demeurer rester,
    perseguir pourchasser poursuivre, planear planer prévoir, preocupar soucier inquiéter, resaltar ressortir souligner,
    respaldar protéger soutenir, solicitar solliciter demander, suministrar distribuer fournir, superar surpasser dépasser,
    sustituir substituer remplacer, traer amener apporter, transportar véhiculer transporter, usar user utiliser,
    vivir habiter vivre`,
  adj: `
    adicional additionnel supplémentaire<mf>, agradable plaisant agréable<mf>, alto grand haut, amplio ample large<mf>,
    anterior antérieur précédent, crudo cru brut, digital digital numérique<mf>, distinto divers différent,
    famoso fameux célèbre<mf>, increíble stupéfiant incroyable<mf>, limpio net propre<mf>, mercantil mercantile commercial,
    oscuro obscur sombre<mf>, verdadero véritable vrai`,
  adv: `
    especialmente spécialement particulièrement, finalmente enfin finalement, posiblemente vraisemblablement peut-être,
    rápidamente vite rapidement, sin_embargo pourtant cependant`,
  cnjadv: `
    como aussi_bien_que comme<pr>, según d'après selon<pr>`,
  pr: `
    mediante moyennant par`,
};

/** Where the neighbours decide. The examples are Spanish. */
export const spanishToFrench: readonly Rule[] = [
  {
    name: 'en before a determiner is dans',
    word: /^en<pr>/i,
    change: [/^en/, 'dans'],
    when: [{ at: 1, is: /^[^/]*<det>/ }],
    unless: [
      { at: -1, is: /^(?:convertir|creer)</ },
      { at: 2, is: /^(?:año|mes|momento|época|verano|invierno|otoño|primavera|siglo|\d+)</ },
    ],
    examples: [['El perro está en la casa.', 'dans la maison']],
  },
  {
    name: 'convertirse en is devenir',
    word: /^convertir<vblex>/i,
    change: [/^(?:c|C)onvertir/, 'devenir'],
    when: [
      { at: -1, skip: /<vbhaver>/, is: /^se<prn>/i },
      { at: 1, is: /^en<pr>/ },
    ],
    examples: [['Se convirtió en un problema.', 'devenu un problème']],
  },
  {
    name: 'volverse + adjective is devenir',
    word: /^volver<vblex>/i,
    change: [/^(?:r|R)evenir/, 'devenir'],
    when: [{ at: 1, skip: /<prn><enc>|<adv>|<preadv>/, is: /<adj>|^\*/ }],
    examples: [['Se volvió rico.', 'devenu riche']],
  },
  {
    name: 'devenir takes no preposition',
    word: /^en<pr>/,
    remove: true,
    when: [{ at: -1, is: /devenir</ }],
    examples: [['Se convirtió en un problema.', 'devenu un problème']],
  },
  {
    name: 'devenir is not reflexive',
    word: /^se<prn>/i,
    remove: true,
    when: [{ at: 1, skip: /<vbhaver>/, is: /devenir</ }],
    examples: [['Se convirtió en un problema.', 'devenu un problème']],
  },
  {
    name: 'devenir has no reflexive after it',
    word: /^se<prn><enc>/,
    remove: true,
    when: [{ at: -1, is: /devenir</ }],
    examples: [['Puede volverse rico.', 'devenir riche']],
  },
];

/** Spanish words that the pair lacks, of those that it can write in French. */
export const frenchWords: Words = {
  n: `
    azulejo carreau<m>, entretenimiento divertissement<m>, fragancia parfum<m>, obsesión obsession<f>`,
  vblex: `
    chutar tirer, dañar endommager, derretir fondre, desechar rejeter, morar habiter, oler sentir, predecir prévoir,
    supervisar surveiller, tender tendre`,
  adj: `
    avergonzado honteux, cálido chaud, céntrico central, mortífero mortel, quieto tranquille<mf>, rutinario habituel`,
  adv: `
    originalmente initialement`,
};
