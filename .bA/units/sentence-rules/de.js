import { sentenceRules } from './rules.js';
export const german = sentenceRules({
    ordinals: true,
    never: `
    dr dres prof dipl ing hr hrn fr frl st hl sr jr med phil rer nat jur habil priv.doz z.b z d.h d u.a u zb dh ca vgl bzw
    ggf evtl inkl exkl zzgl abzgl sog sogen bspw insb insbes i.d.r i.a i.d i.e.s m.e m.w o.g o.ä s.o s.u u.u v.a z.t z.zt
    geb gest verh max min allg gegr gem lt mind rd verf hrsg übers ungef urspr usf.a ehem einschl entspr ev kath lat griech
    engl frz ital mio mrd tsd betr bez bzgl geg amtl jmd jmdn jmds`,
    sometimes: 'usw etc usf u.dgl u.ä o.ä dgl gmbh.m str co jh jhd jhdt n.chr v.chr chr uvm u.v.m uam u.a.m std sek ff f abs',
    beforeNumber: 'nr nrn abb abs art aufl bd bde s kap tab ziff anm lfd tel str',
    starters: `
    der die das dem den des ein eine einer eines einem einen er sie es wir ihr ich du man dies diese dieser dieses diesem
    diesen jene jener jenes dort hier da dann nun jetzt danach dabei dafür damit daher darum deshalb deswegen dennoch doch
    aber und oder denn weil wenn als ob obwohl während nachdem bevor wie was wer wo wann warum wozu welche welcher welches
    ist sind war waren hat haben hatte kann können muss müssen soll sollte wird werden wurde wurden im in am an auf aus bei
    mit nach seit von vor zu zum zur über unter für durch gegen ohne um auch nur noch so sonst zudem außerdem allerdings
    jedoch trotzdem zwar heute gestern morgen bitte alle alles viele einige manche mehrere jeder jede jedes kein keine
    mein meine dein deine sein seine ihre unser unsere beide andere nicht`,
});
