/** Words and questions of anthropology. */
import type { SubjectTerms } from "../subject-lexicon.js";

export const ANTHROPOLOGY: SubjectTerms = {
  hint: `culture, cultural, custom, ceremony, tradition, traditional, primate, ape, society, village,
    marriage, myth, ancestor, skull, bone, indigenous, people, gift, mask, chief, community, burial, native,
    origin`,
  everyday: `anthropolog*, antropolog*, indigenous people, indigenous culture, tribe, tribal,
    hunter gatherer, nomad, nomadic, caveman, cavemen, neanderthal, human evolution, evolution of human,
    human origin, early human, ritual, rite of passage, taboo, totem, shaman*, folklore, kinship, clan,
    ancestor worship, initiation, aborigin*, inuit, maori, maasai, bushmen, pygmy, human culture,
    stone tool, cave painting, headhunter, cannibalism, burial practice, oral tradition, folk tale,
    study of humans, study people, first humans, human ancestor, ancient people, tribes, tribal people,
    field notes village, village life, rituals, gift exchange, native people, native american, masai, himba,
    amazon tribe, rainforest tribe, remote tribe, mummif*, mummy, grave goods, wedding custom, customs of,
    funeral custom, coming of age, ancient bone, skull found, ethiopia fossil, lucy, famous fossil`,
  basic: `ethnograph*, ethnolog*, participant observation, fieldwork, cultural relativism, ethnocentri*,
    homo erectus, homo habilis, homo sapiens, homo naledi, hominin, hominid, australopith*, matrilineal,
    patrilineal, matriarchal society, bipedal*, archaeolog*, archeolog*, potlatch, animism, cargo cult,
    margaret mead, malinowski, franz boas, levi strauss, denisovan, polygyny, polyandry, polygamy, exogamy,
    endogamy, chiefdom, forager, dowry, bride price, bridewealth, cultural diffusion, paleoanthropolog*,
    primatolog*, yanomami, trobriand, coming of age in samoa, kula, incest taboo, jane goodall, olduvai,
    fictive kin, field notes, informant, separation and reincorporation, exchange of gift, gift economy,
    reciprocity, kin, kin group, lineage, ancestor cult, household structure in village,
    inheritance in village, matrilineal descent, sister's son, sorcery, witchcraft belief, witch doctor,
    healer, spirit possession, trance, totemism, sacrifice ritual, fieldworker, field method, key informant,
    going native, culture concept, enculturation, acculturat*, culture area, cross cultural,
    cultural practice, subsistence strategy, pastoralis*, horticulturalist, bands and tribes, band society,
    big man, egalitarian societ*, stone age, paleolithic, neolithic, mesolithic, hand axe, flint,
    obsidian tool, excavat* site, stratigraphic layer, pottery shard, potsherd, cave art, lascaux,
    stonehenge builders, gobekli, catalhoyuk, physical anthropology, biological anthropology,
    cultural anthropology, forensic anthropolog*, linguistic anthropology, medical anthropology,
    applied anthropology, visual anthropology, urban anthropology, skeletal remain, homo floresiensis,
    paranthropus, australopithecus, hominid fossil, human migration out of africa, out of africa,
    mitochondrial eve, walk upright, brow ridge, opposable thumb, great ape, orangutan, gibbon, clifford,
    ruth benedict, boas, levi, frazer, golden bough, zora neale`,
  expert: `emic, etic, thick description, geertz, marcel mauss, mauss, van gennep, liminal*, communitas,
    victor turner, evans pritchard, radcliffe brown, cross cousin, parallel cousin, moiety, unilineal,
    bilateral descent, segmentary lineage, segmentary societ*, historical particularism, perspectivism,
    viveiros de castro, strathern, sahlins, schismogenesis, mary douglas, positionality, multi sited,
    acheulean, oldowan, levallois, mousterian, swidden, cognatic, avuncul*, levirate, sororate,
    descent group, uxorilocal, virilocal, neolocal, dividual, ontological turn, taphonom*, rites of passage,
    nuer, azande, tylor, lewis henry morgan, marcel griaule, writing culture, cultural materialism,
    marvin harris, structural anthropology, binary opposition, osteolog*, cranial capacity, endocast,
    sexual dimorphism, agnatic, affinal, consanguin*, omaha system, crow system, balanced reciprocity,
    generalized reciprocity`,
  examples: `Why do some cultures give children a new name when they grow up?
How do researchers live with a village for years without changing it?
What can a jaw found in a cave tell us about early humans?
Explain how marriage rules differ between two peoples of the highlands.
Why did humans start walking on two legs?
What do gifts mean in societies without money?
Compare funeral customs around the world.
Is it fair to judge the rituals of another people by our own values?
Tell me about the way of life of hunter-gatherers.
How is descent traced through the mother's line?`,
};
