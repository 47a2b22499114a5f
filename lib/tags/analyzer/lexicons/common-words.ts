/** Words that everybody uses, whatever the subject; a longer word that is not among them is taken for a rarer one. */
export const COMMON_WORDS: ReadonlySet<string> = new Set(
  `a able about above accept accident account across act action active activity actual actually add address
  adult advice afraid after afternoon again against age ago agree air alive all allow almost alone along
  already also although always am amount an and angry animal another answer any anybody anymore anyone
  anything anyway apart apartment appear apple apply are area argue arm around arrive art article as ask
  asleep at attack attention aunt away baby back background bad bag ball band bank bar base basic bath be
  bear beat beautiful became because become bed bedroom been before began begin beginning behind being
  believe belong below beside besides best better between big bike bill bird birthday bit black blood blow
  blue board boat body bone book born both bottle bottom bought bowl box boy bread break breakfast breath
  bridge briefly bright bring broke broken brother brought brown build building built bullet burn bus
  business busy but buy buyer by cake call called came camera camp can can't cannot car card care careful
  carry case cat catch caught cause center centre certain chain chair chance change cheap check cheese
  chicken child children choice choose church city class classroom clean clear clearly clever climb clock
  close clothes cloud club coat coffee cold collect college color colour come common company compare
  complete computer concern conclusion condition contain continue control conversation cook cool copy corner
  correct cost could count country couple course cover crazy create cross cry cup current cut daily dance
  danger dangerous dark date daughter day dead deal dear death decide deep describe desk detail did didn't
  die difference different difficult dinner direct direction dirty discover discuss dish do doctor does
  doesn't dog doing dollar don't done door double doubt down draw dream dress drink drive driver drop dry
  during each ear early earn earth easily east easy eat edge effect egg eight either else email empty end
  enemy energy enjoy enough enter entire equal error especially etc even evening event ever every everybody
  everyday everyone everything exact exactly exam example excellent except exercise exist expect expensive
  explain extra eye face fact fail fair fall false family famous far farm fast fat father favorite favourite
  fear feed feel feeling feet fell felt female few field fight fill film final finally find fine finger
  finish fire first fish fit five fix floor flow flower fly follow following food foot football for force
  foreign forest forget forgot form forward found four free fresh friend friendly from front fruit full fun
  funny further future game garden gas gave general gentle get gets gift girl give given glad glass go goal
  god goes gold gone good got government grand grass great green grew ground group grow guess guest guide
  guy habits had hair half hall hand handle hang happen happy hard hardly has hat hate have having he head
  health healthy hear heard heart heat heavy held hello help her here hers herself hide high hill him
  himself his history hit hobby hold hole holiday home honest hope horse hospital hot hotel hour house how
  however huge human hundred hungry hurry hurt husband i i'll i'm i've ice idea if image imagine important
  improve in include including increase indeed information inside instead interest interested interesting
  into introduction invite iron is island isn't issue it it's item its itself job join joke journey judge
  jump just keep kept key kick kid kill kind king kiss kitchen knew knife know knowledge lady lake land
  language large last late later laugh law lay lazy lead leader leaf learn least leave led left leg less
  lesson let let's letter level lie life lift light like likely line lion list listen little live living
  local long look lose loss lost lot loud love low luck lucky lunch machine mad made main major make male
  man manage manager many map mark market marry matter may maybe me meal mean meaning meant measure meat
  medicine meet meeting member memory men mention message met metal method middle might mile milk mind mine
  minute mirror miss mistake mix modern moment money month mood moon more morning most mother mountain mouse
  mouth move movie much music must my myself name narrow nation national natural nature near nearly
  necessary neck need neighbor neighbour neither never new news next nice night nine no nobody noise none
  nor normal north nose not note nothing notice now number numbered object ocean of off offer office often
  oil okay old on once one only onto open opinion opposite or orange order ordinary other our ours ourselves
  out outside over own page pain paint pair paper paragraph parent park part particular partner party pass
  past pay peace pen pencil people people's per perfect perhaps period person person's phone photo pick
  picture piece pink place plan plane plant plate play player please pleasure plenty point police polite
  pool poor popular position possible post power practice prepare present president press pretty prevent
  price prison private prize probably problem produce product program promise proper protect prove provide
  public pull purpose push put quality quarter queen question quick quickly quiet quite race radio rain
  raise ran rather reach read ready real really reason receive recent record red relation remain remember
  remove repeat reply report request rest result return rice rich ride right ring rise river road rock role
  room round rule run sad safe said salt same sand sat save saw say scared school science sea search season
  seat second secret see seem seen sell send sense sent sentence separate serious serve service set seven
  several shade shadow shake shall shape share sharp she sheet ship shirt shoe shoot shop short should
  shoulder shout show shut sick side sight sign silly similar simple simply since sing single sister sit
  situation six size skill skin sky sleep slow slowly small smell smile smoke snow so social soft some
  somebody someone someone's something sometimes somewhere son song soon sorry sort sound soup south space
  speak special speech speed spell spend spent spoke sport spring square stand star start state station stay
  steal step steps stick still stock stone stood stop store storm story straight strange street strong
  student study stuff stupid style subject such sudden suddenly sugar suggest suit summary summer sun
  support suppose sure surprise sweet swim system table take taken talk tall task taste taught tea teach
  teacher team tear tell ten term test text than thank that that's the their theirs them themselves then
  there these they thick thin thing think third thirsty this those though thought thousand three threw
  through throw thus ticket tie till time tiny tip tips tired title to today toe together told tomorrow
  tonight too took tool tooth top topic total touch toward towards town toy trade train travel tree trip
  trouble true trust truth try turn twelve twenty twice two type ugly uncle under understand until up upon
  us use used useful user usual usually value very via video view village visit voice wait walk wall want
  war warm was wash waste watch water way we weak wear weather web website wedding week weekend weight
  welcome well went were west wet what what's whatever wheel when whenever where whether which while white
  who whole whom whose why wide wife wild will win wind window wine winter wish with within without woman
  women wonder wonderful wood word work worker world worry worse worst worth would wound write writer
  written wrong yard year yellow yes yesterday yet you you're young your yours yourself yourselves zero`.split(
    /\s+/,
  ),
);
