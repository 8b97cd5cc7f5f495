/** English words that the pair's dictionary lacks, and Spanish ones that it has. */
import type { Words } from './words.ts';

/** By class: `English Spanish`; a blank in a word is written `_`. */
export const englishWords: Words = {
  n: `
    accusation acusación<f>, adversary adversario<m>, advisor asesor<m>, aisle pasillo<m>, attendance asistencia<f>,
    backyard patio<m>, beverage bebida<f>, blend mezcla<f>, breakthrough avance<m>, broker corredor<m>, buddy compañero<m>,
    businessman empresario<m>, bystander espectador<m>, cargo carga<f>, casualty víctima<f>, cellphone móvil<m>,
    coastline costa<f>, commuter viajero<m>, competence competencia<f>, compromise compromiso<m>, conscience conciencia<f>,
    courtroom sala<f>, declaration declaración<f>, destiny destino<m>, dominance dominio<m>, dough masa<f>,
    downturn recesión<f>, drawback inconveniente<m>, fingerprint huella<f>, firearm arma<f>, footnote nota<f>,
    footstep paso<m>, fundraising recaudación<f>, gadget aparato<m>, guilt culpa<f>, handbag bolso<m>, handful puñado<m>,
    harassment acoso<m>, hazard peligro<m>, healthcare sanidad<f>, hesitation duda<f>, imbalance desequilibrio<m>,
    inception inicio<m>, instability inestabilidad<f>, intake consumo<m>, ladder escalera<f>, landfill vertedero<m>,
    lawmaker legislador<m>, lesion lesión<f>, liberation liberación<f>, lifespan vida<f>, lifetime vida<f>,
    likelihood probabilidad<f>, limb extremidad<f>, lobby vestíbulo<m>, locality localidad<f>, mainland continente<m>,
    mindset mentalidad<f>, misery miseria<f>, mistrust desconfianza<f>, moisture humedad<f>, motto lema<m>,
    necessity necesidad<f>, nursing enfermería<f>, offense delito<m>, outfit traje<m>, pavement acera<f>, peer par<m>,
    perpetrator autor<m>, petition petición<f>, petroleum petróleo<m>, physician médico<m>, plaza plaza<f>,
    pond estanque<m>, premiere estreno<m>, prosecutor fiscal<mf>, proximity proximidad<f>, queue cola<f>,
    ranking clasificación<f>, readiness disposición<f>, recipient destinatario<m>, refuge refugio<m>,
    revelation revelación<f>, reversal inversión<f>, ridge cresta<f>, rookie novato<m>, scenery paisaje<m>,
    sensation sensación<f>, sentiment sentimiento<m>, shoreline costa<f>, shortcoming deficiencia<f>,
    sickness enfermedad<f>, skiing esquí<m>, spotlight foco<m>, stance postura<f>, stiffness rigidez<f>,
    storyline argumento<m>, surge aumento<m>, tanker petrolero<m>, tenure mandato<m>, thunderstorm tormenta<f>,
    township municipio<m>, trait rasgo<m>, trajectory trayectoria<f>, transit tránsito<m>, treasury tesoro<m>,
    tribunal tribunal<m>, tumour tumor<m>, upturn mejora<f>, warfare guerra<f>, warrant orden<m>, weed hierba<f>,
    whiskey whisky<m>, wreck naufragio<m>, wrongdoing delito<m>`,
  vblex: `
    behave comportar, bolster reforzar, bypass evitar, collide chocar, comply cumplir, curb frenar, disband disolver,
    discard desechar, embed integrar, emit emitir, emphasise enfatizar, entail implicar, fasten sujetar, fetch buscar,
    foretell predecir, grab agarrar, illuminate iluminar, lament lamentar, navigate navegar, oversee supervisar,
    overturn anular, pinpoint localizar, preside presidir, presume suponer, prosecute procesar, reclaim recuperar,
    relinquish renunciar, render prestar, repay devolver, repeal derogar, resume reanudar, retrain reciclar,
    revisit revisar, seep filtrar, soar aumentar, starve morir, strive luchar, surf navegar, surge aumentar,
    uncover descubrir, undercut socavar, unlock desbloquear, uphold mantener, vie competir, whisk batir, yell gritar`,
  adj: `
    automotive automovilístico, congressional parlamentario, detrimental perjudicial<mf>, dubious dudoso,
    fabulous fabuloso, foreseeable previsible<mf>, geologic geológico, homemade casero, icy helado,
    inadvertent involuntario, incorrect incorrecto, indigenous indígena<mf>, lifelong permanente<mf>, limitless ilimitado,
    lucrative lucrativo, monotonous monótono, neighboring vecino, noticeable notable<mf>, obligatory obligatorio,
    outgoing saliente<mf>, overweight obeso, plentiful abundante<mf>, presumed presunto, prudent prudente<mf>,
    shadowy sombrío, stringent estricto, transitional transitorio, understandable comprensible<mf>, unethical inmoral<mf>,
    unfamiliar desconocido, unjust injusto, upcoming próximo, youthful juvenil<mf>`,
  adv: `
    altogether completamente, anymore ya, arguably posiblemente, brightly brillantemente, coherently coherentemente,
    expressly expresamente, inadvertently involuntariamente, markedly notablemente, onward en_adelante,
    overwhelmingly mayoritariamente, prudently prudentemente, routinely habitualmente`,
};
