/**
 * English words that look like nouns of the Romance languages: they end in a, i or o, or in as or os. A form of another
 * language's column that is one of these is not looked for in English text. Own list, from general knowledge of English.
 */
const WORDS = `
aka alga algebra alpha alumna amoeba anaconda antenna aorta aqua area arena aria aroma asthma aura aurora
banana bacteria beta bonanza cafeteria camera candelabra cantata capita charisma cinema cobra coca cola coma comma
criteria dahlia data delta diarrhea dilemma diploma diva drama edema encyclopedia enigma era eureka extra extravaganza
fauna feta fiesta flora formula gala gamma gondola gorilla guerrilla guerilla hacienda henna hernia hyena hydrangea
hysteria idea insignia insomnia iota jacuzzi java karma koala lambda lama larva lava leukemia llama magma magnolia
malaria mama mania mantra marijuana marina mascara mea media mega melanoma memorabilia meta mica militia mocha
nausea nebula nova nostalgia omega omnia opera orca organza pagoda paella pajama panacea panda panorama papa papaya
paprika paranoia pasta patina persona phobia piazza pizza placenta plasma plaza pneumonia polka propaganda pupa quinoa
quota regatta replica retina rotunda saga saliva salsa sauna savanna schema sea siesta sierra soda sofa soma sonata soya
spa spatula stamina stanza stigma strata striata tea tapioca tarantula tequila tiara tibia toga trachea trauma trivia
tuba tuna ultra umbrella umbra utopia vanilla veranda via villa viola viscera visa vista vodka yoga yucca zebra
alibi alumni anti bikini broccoli cacti chai chi chili confetti deli fungi graffiti israeli khaki kiwi macaroni
magi maxi mini multi nuclei obi okapi origami paparazzi pi quasi rabbi radii ravioli salami sari semi ski spaghetti
stimuli sushi swami syllabi tai taxi termini tsunami wasabi wifi yeti yogi zucchini
ado afro aggro also alto ammo amigo archipelago armadillo audio auto avocado
bingo bistro bongo bravo bronco buffalo burrito calico calypso cameo cargo casino cello chino combo commando
concerto condo contralto credo crescendo curio demo desperado dildo dingo disco ditto dodo domino duo dynamo echo ego
embargo embryo espresso euro expo fandango fiasco flamenco flamingo folio forego from gaucho gazebo gecko ghetto
gigolo ginkgo grotto guano gusto halo hello hero hippo hobo homo hydro impresario indigo inferno info
innuendo intaglio into intro jello jumbo kangaroo kilo kimono largo lasso latino libido libretto limbo limo lingo
logo lotto ludo macho macro maestro mambo mango manifesto medico memento memo merino metro
mezzo micro mojito mono mosquito motto nacho nano nitro octavo onto oratorio oregano
patio pesto photo piano piccolo pimento pinto placebo polio polo poncho potato presto promo proviso
psycho pueblo quarto radio ratio recto redo repo retro rhino rodeo romeo rondo rococo scenario shampoo
silo sirocco solo soprano staccato stereo stiletto studio stucco sumo taboo tango tattoo techno tempo terrazzo
tobacco tomato tornado torso trio turbo tuxedo typo undergo undo unto vertigo veto
video virtuoso volcano voodoo yoyo zero zoo
alas alias atlas bias canvas christmas gas has was whereas kansas texas dallas overseas pancreas
asbestos chaos cosmos ethos kudos pathos rhinoceros thermos
`;
/** Folded words. */
export const ENGLISH_WORDS = new Set(WORDS.split(/\s+/u).filter((word) => word !== ''));
